import type { Crate } from "../../../repository/packages/workspace.ts";
import type { ToolRelease } from "../release-tool.ts";
import { foreignMatches, withMatchesReplaced } from "../shared/patterns/foreign-pattern.ts";
import { rustReplacement } from "../shared/patterns/rust-replacement.ts";
import { translatedPattern } from "../shared/patterns/translated-pattern.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import type { Replacement } from "./release-options.ts";

/** The words that a template may name, without their braces. */
export type TemplateWords = Readonly<Record<string, string>>;

/** `{{version}}` and its kin; what is unknown stays as it is written. */
export function renderTemplate(template: string, words: TemplateWords): string {
  return Object.entries(words).reduce(
    (text, [name, value]) => text.replaceAll(`{{${name}}}`, value),
    template,
  );
}

/**
 * Carries out the replacements of a crate, `src/ops/replace.rs`: file by file in the order of their paths, each in what
 * the one before has left. A count that is not met fails the release, which is said.
 */
export function applyReplacements(
  crate: Crate,
  replacements: readonly Replacement[],
  {
    words,
    isPrerelease,
    release,
  }: { readonly words: TemplateWords; readonly isPrerelease: boolean; readonly release: ToolRelease },
): void {
  const files = [...new Set(replacements.map(({ options }) => String(options["file"])))].sort();
  for (const file of files) {
    const path = pathFrom(crate.dir, file);
    for (const replacement of replacements.filter(({ options }) => options["file"] === file)) {
      if (isPrerelease && replacement.options["prerelease"] !== true) continue;
      replaceIn(path, replacement, words, release);
    }
  }
}

function replaceIn(
  path: string,
  { options, origin }: Replacement,
  words: TemplateWords,
  release: ToolRelease,
): void {
  const before = release.read(path);
  if (before === null) {
    release.inert({ origin, message: `${path} does not exist, and the release fails` });
    return;
  }
  const search = String(options["search"]);
  const pattern = translatedPattern(search, { multiline: true });
  if (pattern === null) throw new ToolRefusal(`the pattern ${search.slice(0, 80)} cannot be read`, origin);
  const matches = foreignMatches(pattern, before, origin);
  const [min, max] = [options["min"], options["max"]].map((bound) => bound ?? options["exactly"]);
  const least = typeof min === "number" ? min : 1;
  const most = typeof max === "number" ? max : Number.POSITIVE_INFINITY;
  if (matches.length < least || matches.length > most) {
    const wanted = matches.length < least ? `at least ${least}` : `at most ${most}`;
    const message = `${path} matches ${matches.length} times where ${wanted} are asked for, and the release fails`;
    release.inert({ origin, message });
    return;
  }
  if (matches.length === 0)
    release.inert({ origin, message: `${path} does not hold what is searched for`, declares: path });
  const template = renderTemplate(String(options["replace"]), words);
  const after = withMatchesReplaced(before, matches, (match) => rustReplacement(template, match));
  if (after !== before) release.write(path, after, origin);
}

/** `../README.md` from the folder of a crate. */
function pathFrom(folder: string, file: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of file.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
