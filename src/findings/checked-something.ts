import type { AuditSoFar } from "./audit.ts";

/**
 * False for an audit of which nothing follows: a rehearsal that the sandbox had to stop, or that wrote no version at
 * all, says nothing about the places that it did not reach.
 */
export function checkedSomething(audit: AuditSoFar): boolean {
  return isAudited(audit) && !audit.rehearsals.some(({ outcome }) => outcome.ended === "stopped");
}

/** True when the release writes at least one version, or is known to be a tag that leaves none in the tree. */
export function isAudited({ occurrences, rehearsals }: AuditSoFar): boolean {
  return (
    occurrences.some(({ verdict }) => verdict === "covered") ||
    rehearsals.some(({ learned }) => learned !== null && learned.traceless !== null)
  );
}
