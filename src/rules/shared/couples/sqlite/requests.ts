import semver from "semver";
import type { AuditSoFar } from "../../../../findings/audit.ts";
import type { JudgedOccurrence } from "../../../../judge/judged-occurrence.ts";

/** The places at which manifests ask for a crate or an npm package. */
export function requestsFor(
  type: "crate" | "npm",
  name: string,
  { occurrences }: AuditSoFar,
): JudgedOccurrence[] {
  return occurrences.filter(
    ({ kind, subject }) => kind === "dependency" && subject?.type === type && subject.name === name,
  );
}

/**
 * True when a version is what one of the requests asks for, or when nobody asks directly. A lockfile that nobody
 * refreshed still lists what was asked for once. Cargo reads a bare `0.30` as `^0.30`.
 */
export function isAskedFor(version: string, requests: readonly JudgedOccurrence[]): boolean {
  const ranges = requests.map(({ text }) => (/^\d/.test(text) ? `^${text}` : text));
  return (
    ranges.length === 0 ||
    ranges.some((range) => semver.satisfies(version, range, { includePrerelease: true }))
  );
}
