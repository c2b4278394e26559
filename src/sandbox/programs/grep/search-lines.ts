import type { Pattern } from "../regex/pattern.ts";
import type { GrepOptions } from "./grep-options.ts";

/** The lines of a text that are shown, and how many of them match. */
export interface Found {
  readonly matches: number;
  readonly lines: readonly { readonly number: number; readonly text: string; readonly isMatch: boolean }[];
}

/** Searches a text line by line. With `-o` each match is a line of its own. */
export function searchLines(text: string, pattern: Pattern, options: GrepOptions): Found {
  const { has, most, before, after } = options;
  const all = text.split("\n");
  if (all.at(-1) === "") all.pop();
  const shown = new Map<number, boolean>();
  const parts: { number: number; text: string; isMatch: boolean }[] = [];
  let matches = 0;
  for (let index = 0; index < all.length && matches < most; index++) {
    const line = all[index] ?? "";
    if (pattern.test(line) === has("v")) continue;
    matches += 1;
    if (has("q") || has("l") || has("L")) break;
    if (has("o")) {
      if (!has("v"))
        parts.push(
          ...matchesIn(line, pattern).map((each) => ({ number: index + 1, text: each, isMatch: true })),
        );
      continue;
    }
    for (let near = Math.max(index - before, 0); near <= Math.min(index + after, all.length - 1); near++)
      if (!shown.get(near)) shown.set(near, near === index);
  }
  if (has("o")) return { matches, lines: parts };
  const lines = [...shown].toSorted(([a], [b]) => a - b);
  return {
    matches,
    lines: lines.map(([index, isMatch]) => ({ number: index + 1, text: all[index] ?? "", isMatch })),
  };
}

function matchesIn(line: string, pattern: Pattern): string[] {
  const found: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const match = pattern.find(line, at);
    if (match === null) break;
    if (match.end > match.start) found.push(line.slice(match.start, match.end));
    at = match.end > at ? match.end : at + ((line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  }
  return found;
}
