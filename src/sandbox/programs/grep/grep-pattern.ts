import { inBothCases, oneCharacter } from "../regex/character-set.ts";
import { parsePerl } from "../regex/parse-perl.ts";
import { parsePosix } from "../regex/parse-posix.ts";
import { backtracking, guarded, type Pattern, treePattern } from "../regex/pattern.ts";
import type { Border, PatternNode } from "../regex/pattern-tree.ts";
import type { GrepOptions } from "./grep-options.ts";

/** The patterns of a command line as one, with the borders of `-w` and `-x`. */
export function grepPattern(program: string, options: GrepOptions): Pattern {
  const { patterns, syntax, has } = options;
  const ignoresCase = (has("i") || has("y")) && !has("1");
  const source = patterns.join("\n");
  return guarded(program, source, () => {
    const parsed = patterns.map((pattern) => treeOf(pattern, syntax, ignoresCase));
    const [only] = parsed;
    const groups = parsed.length === 1 && only !== undefined ? only.groups : 0;
    const trees = parsed.map(({ tree }) => tree);
    const body: PatternNode =
      parsed.length === 1 && only !== undefined ? only.tree : { kind: "either", ways: trees };
    const borders: readonly Border[] = has("x")
      ? ["text start", "text end"]
      : has("w")
        ? ["no word before", "no word after"]
        : [];
    const [start, end] = borders;
    const tree: PatternNode =
      start === undefined || end === undefined
        ? body
        : {
            kind: "sequence",
            parts: [{ kind: "border", border: start }, body, { kind: "border", border: end }],
          };
    if (syntax === "perl")
      return backtracking(program, source, { tree, groups }, { ignoresCase, wantsLongest: false });
    return treePattern(program, source, { tree, groups }, { ignoresCase });
  });
}

function treeOf(
  source: string,
  syntax: GrepOptions["syntax"],
  ignoresCase: boolean,
): { tree: PatternNode; groups: number } {
  if (syntax === "perl")
    return parsePerl(source, { ignoresCase, isMultiline: false, dotsNewlines: false, isAscii: false });
  if (syntax === "fixed") {
    const parts = [...source].map((character): PatternNode => {
      const one = oneCharacter(character.codePointAt(0) ?? 0);
      return { kind: "set", set: ignoresCase ? inBothCases(one) : one };
    });
    return { tree: { kind: "sequence", parts }, groups: 0 };
  }
  return parsePosix(source, {
    isExtended: syntax === "extended",
    ignoresCase,
    isMultiline: false,
    readEscape: null,
    escapesInBrackets: false,
    hasLooseBraces: true,
  });
}
