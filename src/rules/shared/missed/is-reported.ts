import type { AuditSoFar } from "../../../findings/audit.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { unreportedBecause } from "../../../judge/reported/unreported.ts";

/** True for a missed place that is a finding of its own, see `unreportedBecause`. */
export function isReported(occurrence: JudgedOccurrence, { evidence }: AuditSoFar): boolean {
  return unreportedBecause(occurrence, evidence) === null;
}
