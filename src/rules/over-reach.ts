import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { trainOfPlace } from "../findings/place-train.ts";
import { relatedAt } from "../findings/script-place.ts";
import { shownName } from "../findings/shown-name.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { Edit } from "../release/edits/edit.ts";
import type { Rule } from "./rule.ts";
import { type Foreignness, foreignnessOf } from "./shared/rewrites/foreign-version.ts";

/** A version that the release rewrites although it is not the release's to rewrite. */
export const overReach: Rule = {
  id: "over-reach",
  summary: "the release rewrites a version that does not belong to the train",
  check: (audit) =>
    audit.occurrences.flatMap((occurrence) => {
      if (occurrence.edit === null || occurrence.verdict !== "covered") return [];
      // What the configuration of the release tool declares to be a train of its own is not the main one's to judge.
      if (trainOfPlace(occurrence, audit) !== (audit.trains[0] ?? null)) return [];
      // What one release after the other wrote is what their makers mean.
      if (audit.evidence.learned.written(occurrence) !== null) return [];
      const foreignness = foreignnessOf(occurrence, audit.evidence);
      return foreignness === null ? [] : [result(occurrence, occurrence.edit, foreignness, audit)];
    }),
};

function result(
  occurrence: JudgedOccurrence,
  edit: Edit,
  { proved, because }: Foreignness,
  audit: AuditSoFar,
): Result {
  const { path, span, version } = occurrence;
  const target = trainOfPlace(occurrence, audit)?.target ?? audit.release.target;
  return {
    severity: proved ? "error" : "warning",
    message: `the release rewrites ${shownName(occurrence)} from ${version} to ${target}`,
    location: audit.repository.locate(path, span),
    label: "this is not a version of the train",
    related: relatedAt(edit.origin, "rewritten here", audit),
    why: because,
    help: "let the rule of the script name what it means, so that it leaves this place alone",
    family: `${edit.origin.path}:${edit.origin.line} ${shownName(occurrence)}`,
    explains: [occurrence],
  };
}
