import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { AuditSoFar } from "./audit.ts";
import { missedPlace, shownName } from "./missed-place.ts";
import type { Result, Rule } from "./rule.ts";

/** A place that an earlier release already left behind. */
export const alreadyStale: Rule = {
  id: "already-stale",
  summary: "holds an older release, and the release does not write it",
  isGeneral: true,
  check: (audit) =>
    audit.occurrences
      .filter(({ verdict }) => verdict === "behind")
      .map((occurrence) => behindResult(occurrence, audit)),
};

function behindResult(occurrence: JudgedOccurrence, audit: AuditSoFar): Result {
  const { siblings: _, ...place } = missedPlace(occurrence, audit);
  return {
    ...place,
    severity: "warning",
    message: `${shownName(occurrence)} is behind at ${occurrence.version}`,
    label: "an earlier release left this behind",
  };
}
