import semver from "semver";
import type { Edit } from "../judge/edit.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { isOfTrain } from "../judge/package-owner.ts";
import { initialVersions } from "../judge/train.ts";
import type { AuditSoFar } from "./audit.ts";
import { placeOf, shownName } from "./missed-place.ts";
import type { Result, Rule } from "./rule.ts";

/** A place that the next release will write, and that is wrong until then: it holds an older release than current. */
export const outOfStep: Rule = {
  id: "out-of-step",
  summary: "holds an older release until the next bump writes it",
  check: (audit) =>
    audit.occurrences.flatMap((occurrence) =>
      occurrence.edit !== null && isOlder(occurrence, audit)
        ? [result(occurrence, occurrence.edit, audit)]
        : [],
    ),
};

/** New manifests start at an initial version, and a range may admit current although it names an older release. */
function isOlder({ version, text, kind }: JudgedOccurrence, { bench, release }: AuditSoFar): boolean {
  const { current } = release;
  if (semver.valid(version) === null || !semver.lt(version, current) || !isOfTrain(version, bench))
    return false;
  if (initialVersions.has(version)) return false;
  return kind !== "dependency" || !semver.satisfies(current, text, { includePrerelease: true });
}

function result(occurrence: JudgedOccurrence, edit: Edit, audit: AuditSoFar): Result {
  const { path, span, version, text, kind } = occurrence;
  const { current } = audit.release;
  const isRequirement = kind === "dependency";
  return {
    severity: isRequirement ? "warning" : "note",
    message: `${shownName(occurrence)} is at ${version} until the next release, while the train is at ${current}`,
    location: audit.repository.locate(path, span),
    label: isRequirement ? `${text} does not admit ${current}` : "an earlier release did not write this",
    related: placeOf(edit.origin, "the next release writes it here", audit),
    why: isRequirement ? `who installs this today gets ${version}, if it was ever published` : null,
    help: `write ${current} here now, since the bump only helps from the next release on`,
    family: `${kind} ${version} ${edit.origin.path}:${edit.origin.line}`,
  };
}
