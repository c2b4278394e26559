import { basename } from "node:path/posix";
import { subjectName } from "../../../inventory/occurrence.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";

/** A version in a translation, and the same one in a sibling that the release writes. */
export interface LeftOutTranslation {
  readonly occurrence: JudgedOccurrence;
  readonly sibling: JudgedOccurrence;
}

/** `de`, `pt-BR`, `zh_CN`: https://www.rfc-editor.org/info/bcp47, as far as documents are named by it. */
const language = "[a-z]{2}(?:[-_][A-Za-z]{2,4})?";
const inName = new RegExp(`^([^.]+?)[._-](${language})(\\.(?:md|mdx|rst|txt|adoc))$`, "u");
const inFolder = new RegExp(`/(${language})/`, "u");

/**
 * The versions in translations that the release leaves while it writes the one at the same place of a sibling: same
 * subject, same way of writing. `isLeft` says which verdicts count as left.
 */
export function leftOutTranslations(
  occurrences: readonly JudgedOccurrence[],
  isLeft: (occurrence: JudgedOccurrence) => boolean,
): LeftOutTranslation[] {
  const prose = occurrences.filter(
    ({ path, subject }) => subject !== null && /\.(?:md|mdx|rst|txt|adoc)$/u.test(path),
  );
  const written = new Map<string, JudgedOccurrence>();
  for (const occurrence of prose)
    if (occurrence.verdict === "covered")
      for (const family of familiesOf(occurrence)) if (!written.has(family)) written.set(family, occurrence);
  if (written.size === 0) return [];
  return prose.filter(isLeft).flatMap((occurrence) => {
    const sibling = familiesOf(occurrence)
      .map((family) => written.get(family))
      .find((other) => other !== undefined);
    return sibling === undefined || sibling.path === occurrence.path ? [] : [{ occurrence, sibling }];
  });
}

/** What is equal for a version and for its translations. */
function familiesOf({ path, subject, kind }: JudgedOccurrence): string[] {
  const about = `${kind} ${subject === null ? "" : subjectName(subject)}`;
  const name = basename(path);
  const dir = path.slice(0, path.length - name.length);
  const plain = `${dir}${name.replace(inName, "$1$3")}`;
  const folder = plain.replace(inFolder, "/*/");
  return [...new Set([plain, folder])].map((family) => `${family} ${about}`);
}
