import type { AuditSoFar } from "../../../../findings/audit.ts";
import { occurrencesIn } from "../../../../judge/occurrences-in.ts";
import type { Location } from "../../../../repository/text/location.ts";
import { isAskedFor, requestsFor } from "./requests.ts";

/** One version of a package in a lockfile, and the first place that names it. */
export interface LockedVersion {
  readonly version: string;
  readonly location: Location;
}

/** The versions of a third-party package that a lockfile resolves and a manifest asks for, in the order of the file. */
export function lockedVersions(
  type: "crate" | "npm",
  name: string,
  lockfile: string,
  audit: AuditSoFar,
): LockedVersion[] {
  const entries = occurrencesIn(lockfile, audit.occurrences).filter(
    ({ kind, subject, keyPath }) =>
      kind === "lock-entry" &&
      subject?.type === type &&
      subject.name === name &&
      // The tag of a git source is that of the repository, whose crates have versions of their own.
      keyPath?.at(-1) !== "source",
  );
  if (entries.length === 0) return [];
  const requests = requestsFor(type, name, audit);
  const versions = new Map<string, LockedVersion>();
  for (const { path, version, span } of entries) {
    if (versions.has(version) || !isAskedFor(version, requests)) continue;
    versions.set(version, { version, location: audit.repository.locate(path, span) });
  }
  return [...versions.values()];
}
