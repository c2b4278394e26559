import type { Word } from "./shell-text.ts";

/** More words than any release script makes of one, and more characters in one with braces. */
const maxWords = 1000;
const maxLength = 2000;

/**
 * The words that bash makes of the bare braces of a word, such as `a{b,c}` and `v{1..3}`; the word alone when it has
 * none. Null for sequences that are not read here, such as those with leading zeros, and for too many words.
 * See https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html.
 */
export function withoutBraces(word: Word): Word[] | null {
  if (!word.some((part) => isBare(part, "{"))) return [word];
  const group = word.length > maxLength ? undefined : firstGroup(word);
  if (group === undefined) return null;
  if (group === null) return [word];
  const { before, choices, behind } = group;
  const ends = withoutBraces(behind);
  if (choices === null || ends === null) return null;
  const words: Word[] = [];
  for (const choice of choices) {
    const middles = withoutBraces(choice);
    if (middles === null || words.length + middles.length * ends.length > maxWords) return null;
    for (const middle of middles) for (const end of ends) words.push([...before, ...middle, ...end]);
  }
  return words;
}

interface Group {
  readonly before: Word;
  /** Null for a sequence that is not read. */
  readonly choices: readonly Word[] | null;
  readonly behind: Word;
}

/** Braces that hold neither a comma nor a sequence stand for themselves. */
function firstGroup(word: Word): Group | null {
  for (const [at, part] of word.entries()) {
    if (!isBare(part, "{")) continue;
    const inside = choicesFrom(word, at + 1);
    if (inside === null) continue;
    const [only = [], ...more] = inside.choices;
    const choices = more.length > 0 ? inside.choices : sequence(only);
    if (choices?.length === 0) continue;
    return { before: word.slice(0, at), choices, behind: word.slice(inside.end + 1) };
  }
  return null;
}

/** What stands between the commas of the braces that were opened, and where these close; null when they do not. */
function choicesFrom(word: Word, start: number): { choices: Word[]; end: number } | null {
  const choices: Word[number][][] = [[]];
  let depth = 0;
  for (const [index, part] of word.slice(start).entries()) {
    if (depth === 0 && isBare(part, "}")) return { choices, end: start + index };
    if (isBare(part, "{")) depth += 1;
    if (isBare(part, "}")) depth -= 1;
    if (depth === 0 && isBare(part, ",")) choices.push([]);
    else choices.at(-1)?.push(part);
  }
  return null;
}

/** The numbers from one to another; empty for what is no sequence at all. */
function sequence(word: Word): Word[] | null {
  const text = word.map((part) => (part.kind === "text" && !part.quoted ? part.text : "\0")).join("");
  if (!text.includes("..")) return [];
  const found = /^(0|-?[1-9]\d{0,3})\.\.(0|-?[1-9]\d{0,3})$/.exec(text);
  if (found === null) return null;
  const [from, to] = [Number(found[1]), Number(found[2])];
  const numbers = Array.from({ length: Math.abs(to - from) + 1 }, (_, index) =>
    from < to ? from + index : from - index,
  );
  return numbers.map((number) => [{ kind: "text", text: String(number), quoted: false }]);
}

function isBare(part: Word[number], character: string): boolean {
  return part.kind === "text" && !part.quoted && part.text === character;
}
