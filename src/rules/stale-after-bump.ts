import type { AuditSoFar } from "../findings/audit.ts";
import { isAudited } from "../findings/checked-something.ts";
import type { Result } from "../findings/finding.ts";
import { missedPlace } from "../findings/missed-place.ts";
import { shownName } from "../findings/shown-name.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { possibleWriter } from "../judge/unfollowed/possible-writer.ts";
import type { Rule } from "./rule.ts";

/**
 * A place that holds current and that the release does not write. Of a release that writes no version at all nothing is
 * learnt about any place; `nothing-audited` says so once.
 */
export const staleAfterBump: Rule = {
  id: "stale-after-bump",
  summary: "holds the current version, and the release leaves it there",
  isGeneral: true,
  check: (audit) =>
    isAudited(audit)
      ? audit.occurrences
          .filter((occurrence) => occurrence.verdict === "stale" && occurrence.unreported === null)
          .map((occurrence) => staleResult(occurrence, audit))
      : [],
};

function staleResult(occurrence: JudgedOccurrence, audit: AuditSoFar): Result {
  const { siblings, ...place } = missedPlace(occurrence, audit);
  const writer = possibleWriter(occurrence.path, audit.rehearsals);
  const isProved = occurrence.certainty === "proved" && writer === null && ranToTheEnd(audit);
  const doubt = writer === null ? [] : [`\`${writer.command}\`, which was not run, may write it`];
  return {
    ...place,
    severity: isProved ? "error" : "warning",
    message: `${shownName(occurrence)} stays at ${occurrence.version}`,
    label:
      siblings > 0 ? "the release writes its siblings, but not this one" : "the release does not write this",
    why: [place.why, ...doubt].join("; "),
    explains: [occurrence],
    missed: shownName(occurrence),
  };
}

/**
 * A script that stopped on its way might have written the place later on, and past releases tell only what is usual, so
 * that neither proves anything.
 */
function ranToTheEnd({ rehearsals }: AuditSoFar): boolean {
  return (
    rehearsals.some(({ mechanism }) => mechanism !== "history") &&
    rehearsals.every(({ outcome }) => outcome.ended === "completed")
  );
}
