import type { BuiltAudit } from "./audit-built.ts";

/** A release commit and what it did; lines are numbered at its parent. */
export interface RecordedRelease {
  /** `owner+name`. */
  readonly repo: string;
  readonly sha: string;
  readonly parent: string;
  readonly old: string;
  readonly new: string;
  /** By path, the lines that held the old version and got the new one. */
  readonly version_lines: Readonly<Record<string, readonly number[]>>;
  /** Path and line of what held the old version and was left. */
  readonly stale: readonly (readonly [string, number])[];
}

/** What an audit of the parent foretold. Places are `path:line`. */
export interface Prediction {
  /** How many lines the release wrote. */
  readonly lines: number;
  readonly missed: readonly string[];
  /** Places that count as written though the release left them. */
  readonly wrongly: readonly string[];
  /** Errors on lines that the release wrote. */
  readonly errors: readonly string[];
  readonly refusal: string | null;
}

/** Holds an audit of the parent against what the release did. */
export function predictionOf(release: RecordedRelease, audit: BuiltAudit): Prediction {
  const written = new Set(
    Object.entries(release.version_lines).flatMap(([path, lines]) => lines.map((line) => `${path}:${line}`)),
  );
  const told = new Map<string, string[]>();
  const kept = new Set<string>();
  for (const { path, line, verdict, reason } of audit.occurrences) {
    const place = `${path}:${line}`;
    told.set(place, [...(told.get(place) ?? []), `${verdict}: ${reason}`]);
    if (verdict === "covered" || verdict === "generated") kept.add(place);
  }
  const left = release.stale.map(([path, line]) => `${path}:${line}`);
  return {
    lines: written.size,
    missed: [...written]
      .filter((place) => !kept.has(place))
      .map((place) => `${place} ${told.get(place)?.join(" | ") ?? "not seen"}`),
    wrongly: left
      .filter((place) => kept.has(place) && !written.has(place))
      .map((place) => `${place} ${told.get(place)?.join(" | ")}`),
    errors: audit.findings
      .filter(({ severity, path, line }) => severity === "error" && written.has(`${path}:${line}`))
      .map(({ rule, message, path, line }) => `${path}:${line} ${rule} ${message}`),
    refusal: audit.refusal,
  };
}
