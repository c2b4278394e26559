import semver from "semver";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { AuditSoFar } from "../rules/audit.ts";
import type { DeclaredGenerator } from "./declared-generator.ts";

/** Generated places that hold an older version than what they are generated from. */
export interface BehindInput {
  /** Never empty; the manifest first, where the output has one. */
  readonly places: readonly JudgedOccurrence[];
  /** The version that the input holds, or current where the input says none. */
  readonly expected: string;
  /** The place in the input; null where it says none. */
  readonly input: JudgedOccurrence | null;
}

/**
 * Holds the output of a generator against its input; null when it is not behind. Where the input says no version, bare
 * numbers in the output are settings of whatever is generated.
 */
export function behindInput({ outputs, inputs }: DeclaredGenerator, audit: AuditSoFar): BehindInput | null {
  const input = newestIn(new Set(inputs), audit.occurrences);
  const expected = input?.version ?? audit.release.current;
  const behind = outputs.filter(
    ({ version, kind }) =>
      semver.valid(version) !== null && semver.lt(version, expected) && (input !== null || kind !== "text"),
  );
  if (behind.length === 0) return null;
  const places = behind.sort((a, b) => rank(a) - rank(b));
  return { places, expected, input };
}

/** The newest version of the train that the input holds as its own. */
function newestIn(
  inputs: ReadonlySet<string>,
  occurrences: readonly JudgedOccurrence[],
): JudgedOccurrence | null {
  const own = occurrences.filter(
    ({ path, kind, owed, version }) =>
      inputs.has(path) && owed && isOwn(kind) && semver.valid(version) !== null,
  );
  return own.sort((a, b) => semver.rcompare(a.version, b.version))[0] ?? null;
}

function isOwn(kind: JudgedOccurrence["kind"]): boolean {
  return kind === "manifest-version" || kind === "api-version";
}

function rank({ kind }: JudgedOccurrence): number {
  return isOwn(kind) ? 0 : 1;
}
