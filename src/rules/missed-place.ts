import { basename } from "node:path/posix";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { reachOf } from "../judge/reach.ts";
import { type Occurrence, subjectName } from "../occurrences/occurrence.ts";
import type { Origin } from "../rehearse/rehearsal.ts";
import type { AuditSoFar } from "./audit.ts";
import type { Related } from "./finding.ts";
import type { Result } from "./rule.ts";

/** What the rules about a place that the release misses say in the same way. */
export type MissedPlace = Pick<Result, "location" | "related" | "why" | "help" | "family"> & {
  /** How many places of the same kind the release does write. */
  readonly siblings: number;
};

/** Shows a missed place together with the script line that writes its siblings and how far the script got with it. */
export function missedPlace(occurrence: JudgedOccurrence, audit: AuditSoFar): MissedPlace {
  const { path, span } = occurrence;
  const reach = reachOf(path, audit.rehearsals);
  const siblings = writtenSiblings(occurrence, audit);
  const related: Related[] = [];
  const writer = mostCommon(siblings);
  if (writer !== null)
    related.push(
      ...placeOf(
        writer,
        `${count(siblings.length, "place")} of the same kind ${siblings.length === 1 ? "is" : "are"} written here`,
        audit,
      ),
    );
  const sameLine = writer !== null && reach.origin?.path === writer.path && reach.origin.line === writer.line;
  if (reach.origin !== null && !sameLine) related.push(...placeOf(reach.origin, reach.detail, audit));
  return {
    location: audit.repository.locate(path, span),
    related,
    why: `${occurrence.reason}; ${reach.step}: ${reach.detail}`,
    help: helpFor(occurrence),
    family: familyOf(occurrence),
    siblings: siblings.length,
  };
}

/** How messages name the subject of an occurrence: its name, or the number itself. */
export function shownName({ subject, version }: Occurrence): string {
  if (subject === null) return `the version ${version}`;
  return subject.type === "npm" || subject.type === "crate"
    ? subject.name
    : subjectName(subject).replace(":", " ");
}

/** `1 place`, `2 places`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Turns a script line into a related place; a script outside the repository has none. */
export function placeOf(origin: Origin, message: string, audit: AuditSoFar): Related[] {
  if (!audit.repository.has(origin.path)) return [];
  const lines = audit.repository.lines(origin.path);
  // The engine takes a lone carriage return for the end of a line, too.
  if (origin.line > lines.lineCount) return [];
  const lineStart = lines.start(origin.line);
  const lineEnd = lineStart + lines.lineText(origin.line).length;
  const start = Math.min(lineStart + origin.column - 1, lineEnd);
  return [{ ...audit.repository.locate(origin.path, { start, end: Math.min(start + 1, lineEnd) }), message }];
}

const siblingsOf = new WeakMap<AuditSoFar, Map<string, Origin[]>>();

/** The script lines that write places of the same kind, in the same sort of file; indexed once per audit. */
function writtenSiblings(occurrence: Occurrence, audit: AuditSoFar): readonly Origin[] {
  let index = siblingsOf.get(audit);
  if (index === undefined) {
    index = new Map();
    for (const other of audit.occurrences) {
      if (other.edit === null) continue;
      const origins = index.get(sortOf(other));
      if (origins === undefined) index.set(sortOf(other), [other.edit.origin]);
      else origins.push(other.edit.origin);
    }
    siblingsOf.set(audit, index);
  }
  return index.get(sortOf(occurrence)) ?? [];
}

function sortOf({ kind, path }: Occurrence): string {
  return `${kind} ${basename(path)}`;
}

function mostCommon(origins: readonly Origin[]): Origin | null {
  const counts = new Map<string, { origin: Origin; times: number }>();
  for (const origin of origins) {
    const key = `${origin.path}:${origin.line}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { origin, times: 1 });
    else known.times += 1;
  }
  return [...counts.values()].sort((a, b) => b.times - a.times)[0]?.origin ?? null;
}

/** Places that one cause left behind together: same kind, same number, same sort of file in the same area. */
function familyOf({ kind, version, path }: Occurrence): string {
  const area = path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
  return [kind, version, area, basename(path)].join(" ");
}

function helpFor({ kind }: Occurrence): string {
  const ignore = "or record in version-audit.toml why it is left out";
  if (kind === "manifest-version") return `let the release script write this manifest too, ${ignore}`;
  if (kind === "dependency")
    return `let the release script write this requirement, use workspace:* or *, ${ignore}`;
  if (kind === "lock-entry") return `refresh the lockfile as part of the release, ${ignore}`;
  if (kind === "api-version") return `let a generator that the release runs write it, ${ignore}`;
  return `let the release script write it, ${ignore}`;
}
