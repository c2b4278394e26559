import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { AuditSoFar } from "./audit.ts";
import { missedPlace, shownName } from "./missed-place.ts";
import type { Result, Rule } from "./rule.ts";

/** A place that holds current and that the release does not write. */
export const staleAfterBump: Rule = {
  id: "stale-after-bump",
  summary: "holds the current version, and the release leaves it there",
  isGeneral: true,
  check: (audit) =>
    audit.occurrences
      .filter(({ verdict }) => verdict === "stale")
      .map((occurrence) => staleResult(occurrence, audit)),
};

function staleResult(occurrence: JudgedOccurrence, audit: AuditSoFar): Result {
  const { siblings, ...place } = missedPlace(occurrence, audit);
  return {
    ...place,
    severity: occurrence.certainty === "proved" ? "error" : "warning",
    message: `${shownName(occurrence)} stays at ${occurrence.version}`,
    label:
      siblings > 0 ? "the release writes its siblings, but not this one" : "the release does not write this",
  };
}
