import type { Make } from "../make.ts";
import { stemOf, substituted, wordsOf } from "../words.ts";

type TextFunction = (make: Make, ...args: string[]) => string;

/** See https://www.gnu.org/software/make/manual/html_node/Text-Functions.html. */
export const textFunctions: Readonly<Record<string, TextFunction>> = {
  subst: (_make, from = "", to = "", text = "") =>
    from === "" ? text + to : text.replaceAll(from, () => to),
  patsubst: (_make, pattern = "", replacement = "", text = "") =>
    wordsOf(text)
      .map((word) => substituted(pattern.trim(), replacement.trim(), word))
      .join(" "),
  strip: (_make, text = "") => wordsOf(text).join(" "),
  findstring: (_make, sought = "", text = "") => (text.includes(sought) ? sought : ""),
  filter: (_make, patterns = "", text = "") => filtered(patterns, text, true),
  "filter-out": (_make, patterns = "", text = "") => filtered(patterns, text, false),
  sort: (_make, text = "") => [...new Set(wordsOf(text))].sort(byByte).join(" "),
  word(make, number = "", text = "") {
    const at = numberOf(make, number, "first", "word");
    if (at === 0) make.fail("first argument to 'word' function must be greater than 0.");
    return wordsOf(text)[at - 1] ?? "";
  },
  wordlist(make, first = "", last = "", text = "") {
    const start = numberOf(make, first, "first", "wordlist");
    const end = numberOf(make, last, "second", "wordlist");
    if (start === 0) make.fail("invalid first argument to 'wordlist' function: '0'");
    return wordsOf(text)
      .slice(start - 1, end)
      .join(" ");
  },
  words: (_make, text = "") => String(wordsOf(text).length),
  firstword: (_make, text = "") => wordsOf(text)[0] ?? "",
  lastword: (_make, text = "") => wordsOf(text).at(-1) ?? "",
};

function filtered(patterns: string, text: string, wanted: boolean): string {
  const known = wordsOf(patterns);
  return wordsOf(text)
    .filter((word) => known.some((pattern) => stemOf(pattern, word) !== null) === wanted)
    .join(" ");
}

function numberOf(make: Make, text: string, which: string, name: string): number {
  if (!/^\s*\d{1,9}\s*$/.test(text))
    make.fail(`non-numeric ${which} argument to '${name}' function: '${text}'.`);
  return Number(text);
}

function byByte(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
