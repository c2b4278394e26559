import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { missedPlace } from "../findings/missed-place.ts";
import { shownName } from "../findings/shown-name.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { Rule } from "./rule.ts";

/** A place that holds a version of the train that was never released. */
export const aheadOfRelease: Rule = {
  id: "ahead-of-release",
  summary: "holds a version newer than current that no tag explains",
  isGeneral: true,
  check: (audit) =>
    audit.occurrences
      .filter((occurrence) => occurrence.verdict === "ahead" && occurrence.unreported === null)
      .map((occurrence) => aheadResult(occurrence, audit)),
};

function aheadResult(occurrence: JudgedOccurrence, audit: AuditSoFar): Result {
  const { siblings: _, ...place } = missedPlace(occurrence, audit);
  return {
    ...place,
    severity: "warning",
    message: `${shownName(occurrence)} is at ${occurrence.version}, ahead of ${audit.release.current}`,
    label: "no tag explains this version",
    explains: [occurrence],
    missed: shownName(occurrence),
  };
}
