import type { Location } from "../../parse/location.ts";
import type { AuditSoFar } from "../../rules/audit.ts";
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
  const requests = requestsFor(type, name, audit);
  const versions = new Map<string, LockedVersion>();
  for (const { path, kind, subject, version, span } of audit.occurrences) {
    if (path !== lockfile || kind !== "lock-entry" || subject?.type !== type || subject.name !== name)
      continue;
    if (versions.has(version) || !isAskedFor(version, requests)) continue;
    versions.set(version, { version, location: audit.repository.locate(path, span) });
  }
  return [...versions.values()];
}
