import type { Edit } from "../judge/edit.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { type RewrittenPlace, rewrittenPlace } from "../rewrites/rewritten-place.ts";
import { wrongRewrite } from "../rewrites/wrong-rewrite.ts";
import { parseVersion } from "../version/version.ts";
import type { AuditSoFar } from "./audit.ts";
import { placeOf, shownName } from "./missed-place.ts";
import type { Result, Rule } from "./rule.ts";

/** A place that the release rewrites to something other than the new version. */
export const wrongValue: Rule = {
  id: "wrong-value",
  summary: "a place that the release writes does not end with the new version",
  check(audit) {
    const byFile = editsByFile(audit.edits);
    return audit.occurrences
      .filter(
        ({ owed, verdict, version }) => owed && verdict !== "generated" && parseVersion(version) !== null,
      )
      .flatMap((occurrence) =>
        (byFile.get(occurrence.path) ?? []).flatMap((edits) => check(occurrence, edits, audit)).slice(0, 1),
      );
  },
};

/** The edits of each file, apart for each release. */
function editsByFile(edits: readonly Edit[]): Map<string, Edit[][]> {
  const files = new Map<string, Edit[][]>();
  for (const edit of edits) {
    const releases = files.get(edit.path) ?? [];
    const release = releases.find(([first]) => first?.release === edit.release);
    if (release === undefined) files.set(edit.path, [...releases, [edit]]);
    else release.push(edit);
  }
  return files;
}

function check(occurrence: JudgedOccurrence, edits: readonly Edit[], audit: AuditSoFar): Result[] {
  const text = audit.repository.read(occurrence.path);
  const place = text === null ? null : rewrittenPlace(occurrence, edits, text);
  const fault = place === null ? null : wrongRewrite(place, occurrence, audit.release.sentinel);
  return place === null || fault === null ? [] : [result(occurrence, place, fault, audit)];
}

function result(
  occurrence: JudgedOccurrence,
  place: RewrittenPlace,
  fault: string,
  audit: AuditSoFar,
): Result {
  const { sentinel, target } = audit.release;
  const shown = (text: string) => text.trim().slice(0, 80).replaceAll(sentinel, target);
  return {
    severity: "error",
    message: place.after.includes(target)
      ? `${shownName(occurrence)} becomes ${shown(place.after)} whatever version the release is to give`
      : `${shownName(occurrence)} becomes ${shown(place.after) || "nothing"}, which is not right for ${target}: ${shown(fault)}`,
    location: audit.repository.locate(occurrence.path, occurrence.span),
    label: `${shown(place.before)} becomes ${shown(place.after)}`,
    related: placeOf(place.edit.origin, "written here", audit),
    why: null,
    help: "let the script replace the whole version, and nothing but the version",
    family: null,
    explains: [occurrence],
  };
}
