import { isObject } from "../../../sandbox/programs/json-file.ts";
import type { Origin } from "../../rehearsal.ts";
import type { ToolRelease } from "../release-tool.ts";
import {
  type ForeignMatch,
  foreignMatches,
  withMatchesReplaced,
} from "../shared/patterns/foreign-pattern.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { filledTemplate, type TemplateContext } from "./template.ts";

interface Replacement {
  readonly files: readonly string[];
  readonly ignore: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * One entry of `replacements`: every match of `from`, a pattern with the flags `gm`, becomes `to`, a template in which `$1`
 * is a group; lists of both belong together one by one.
 * https://github.com/jpoehnelt/semantic-release-replace-plugin/blob/main/src/index.ts
 * @throws ToolRefusal for what a script computes, and for a pattern that is none
 */
export function replaceIn(host: ToolRelease, entry: unknown, context: TemplateContext, origin: Origin): void {
  const replacement = replacementOf(entry);
  if (replacement === null)
    throw new ToolRefusal("a replacement is no plain list of files, patterns and texts", origin);
  const { files, ignore, from, to } = replacement;
  const paths = host.glob(
    files.map((file) => file.replace(/^\.\//u, "")),
    { ignore },
  );
  if (paths.length === 0) host.inert({ origin, message: `${files.join(", ")} matches no file` });
  let isFound = false;
  for (const path of paths) {
    let text = host.read(path);
    if (text === null) continue;
    for (const [index, source] of from.entries()) {
      const template = to.length === 1 ? to[0] : to[index];
      if (template === undefined) continue;
      const filled = filledTemplate(template, context, origin);
      const matches = foreignMatches(patternOf(source, origin), text, origin);
      isFound ||= matches.length > 0;
      text = withMatchesReplaced(text, matches, (match) => replaced(filled, match));
    }
    host.write(path, text, origin);
  }
  if (paths.length > 0 && !isFound)
    host.inert({ origin, message: `${from.join(", ")} matches nothing in ${files.join(", ")}` });
}

function replacementOf(entry: unknown): Replacement | null {
  if (!isObject(entry)) return null;
  const files = textList(entry["files"]);
  const from = textList(entry["from"]);
  const to = textList(entry["to"]);
  const ignore = textList(entry["ignore"] ?? []);
  return files === null || from === null || to === null || ignore === null
    ? null
    : { files, from, to, ignore };
}

function textList(value: unknown): readonly string[] | null {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((one) => typeof one === "string");
  return texts.length === list.length ? texts : null;
}

function patternOf(source: string, origin: Origin): RegExp {
  try {
    return new RegExp(source, "gm");
  } catch (error) {
    if (error instanceof SyntaxError) throw new ToolRefusal(`the pattern ${source} cannot be read`, origin);
    throw error;
  }
}

/** The replacement of `String.prototype.replace`: `$1`, `$&` and `$$`; a group that is not there stays as it is written. */
function replaced(template: string, { groups }: ForeignMatch): string {
  return template.replace(/\$(?:(\$)|(&)|(\d{1,2}))/gu, (whole, dollar, all, digits: string | undefined) => {
    if (dollar !== undefined) return "$";
    if (all !== undefined) return groups[0] ?? "";
    const group = Number(digits);
    return group > 0 && group < groups.length ? (groups[group] ?? "") : whole;
  });
}
