import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { shownText, trainOfPlace } from "../findings/place-train.ts";
import { relatedAt } from "../findings/script-place.ts";
import { shownName } from "../findings/shown-name.ts";
import { parseVersion } from "../inventory/versions/version.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { Edit } from "../release/edits/edit.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import type { Rule } from "./rule.ts";
import { type RewrittenPlace, rewrittenPlace } from "./shared/rewrites/rewritten-place.ts";
import { wrongRewrite } from "./shared/rewrites/wrong-rewrite.ts";

/**
 * A place that the release rewrites to something other than the new version. Of a release that gives the new version to
 * no file it is not known whether it was called as it is meant to be, so none of its values is proved wrong.
 */
export const wrongValue: Rule = {
  id: "wrong-value",
  summary: "a place that the release writes does not end with the new version",
  check(audit) {
    const given = releasesWithVersion(audit);
    const releases = [...groupBy(audit.edits, ({ release }) => release)]
      .filter(([release]) => given.has(release))
      .map(([, edits]) => groupBy(edits, ({ path }) => path));
    return audit.occurrences
      .filter(
        ({ owed, verdict, version }) => owed && verdict !== "generated" && parseVersion(version) !== null,
      )
      .flatMap((occurrence) =>
        releases.flatMap((files) => check(occurrence, files.get(occurrence.path) ?? [], audit)).slice(0, 1),
      );
  },
};

/** The releases that write the new version somewhere. */
function releasesWithVersion({ rehearsals, release }: AuditSoFar): ReadonlySet<string> {
  const given = rehearsals.filter(({ writes }) =>
    writes.some(({ after }) => typeof after === "string" && after.includes(release.sentinel)),
  );
  return new Set(given.map(({ name }) => name));
}

/** `edits` are those of one release to the file of the occurrence. */
function check(occurrence: JudgedOccurrence, edits: readonly Edit[], audit: AuditSoFar): Result[] {
  const text = edits.length === 0 ? null : audit.repository.read(occurrence.path);
  const place = text === null ? null : rewrittenPlace(occurrence, edits, text);
  if (place === null || isCounted(place.edit)) return [];
  const current = trainOfPlace(occurrence, audit)?.current ?? audit.release.current;
  const target = place.edit.target ?? audit.release.sentinel;
  const fault = wrongRewrite(place, occurrence, { current, target });
  return fault === null ? [] : [result(occurrence, place, fault, audit)];
}

/** True for a step that counted up to what the tool gives the train, without being told it. */
function isCounted({ target, after }: Edit): boolean {
  return target !== null && !after.includes(target);
}

function result(
  occurrence: JudgedOccurrence,
  place: RewrittenPlace,
  fault: string,
  audit: AuditSoFar,
): Result {
  const { target } = trainOfPlace(occurrence, audit) ?? audit.release;
  const version = target ?? audit.release.target;
  const shown = (text: string) => shownText(text.trim().slice(0, 80), audit);
  return {
    severity: "error",
    message: place.after.includes(version)
      ? `${shownName(occurrence)} becomes ${shown(place.after)} whatever version the release is to give`
      : `${shownName(occurrence)} becomes ${shown(place.after) || "nothing"}, which is not right for ${version}: ${shown(fault)}`,
    location: audit.repository.locate(occurrence.path, occurrence.span),
    label: `${shown(place.before)} becomes ${shown(place.after)}`,
    related: relatedAt(place.edit.origin, "written here", audit),
    why: null,
    help: "let the script replace the whole version, and nothing but the version",
    family: null,
    explains: [occurrence],
  };
}
