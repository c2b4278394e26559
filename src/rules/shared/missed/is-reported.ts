import type { AuditSoFar } from "../../../findings/audit.ts";
import { isMissed } from "../../../judge/judge.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { unreportedBecause } from "../../../judge/reported/unreported.ts";
import { oncePer } from "../../../repository/collections/once-per.ts";

/** True for a missed place that is a finding of its own, see `unreportedBecause`. */
export function isReported(occurrence: JudgedOccurrence, audit: AuditSoFar): boolean {
  return reportedOf(audit).has(occurrence);
}

/** All of them at once, since what past releases say of them is read together. */
const reportedOf = oncePer(({ occurrences, evidence }: AuditSoFar): ReadonlySet<JudgedOccurrence> => {
  const missed = occurrences.filter(({ verdict }) => isMissed(verdict));
  const isFinding = evidence.past.together(
    missed,
    (occurrence) => unreportedBecause(occurrence, evidence) === null,
  );
  return new Set(missed.filter((_, index) => isFinding[index]));
});
