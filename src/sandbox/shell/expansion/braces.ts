/** So many words are never meant. */
const maxWords = 100_000;

const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/;
const letters = /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d+))?$/;

/**
 * The words that a word with braces stands for, as bash makes them before anything else, from the text alone. Throws a
 * RangeError for more than 100,000.
 */
export function expandBraces(word: string): string[] {
  const found = firstBrace(word);
  if (found === null) return [word];
  const { start, end, options } = found;
  const head = word.slice(0, start);
  const tails = expandBraces(word.slice(end + 1));
  const middles = options ?? [];
  if (middles.length * tails.length > maxWords) throw new RangeError("a brace expansion of too many words");
  return middles.flatMap((middle) =>
    (found.isRange ? [middle] : expandBraces(middle)).flatMap((inner) =>
      tails.map((tail) => head + inner + tail),
    ),
  );
}

/** The first pair of braces that stands for several words. */
function firstBrace(
  word: string,
): { start: number; end: number; options: string[]; isRange: boolean } | null {
  for (let start = skipTo(word, 0, "{"); start < word.length; start = skipTo(word, start + 1, "{")) {
    const commas: number[] = [];
    const end = closing(word, start, commas);
    if (end === -1) continue;
    const inside = word.slice(start + 1, end);
    if (commas.length > 0) {
      const edges = [start, ...commas, end];
      const options = edges.slice(1).map((edge, index) => word.slice((edges[index] ?? 0) + 1, edge));
      return { start, end, options, isRange: false };
    }
    const range = rangeOf(inside);
    if (range !== null) return { start, end, options: range, isRange: true };
  }
  return null;
}

/** The brace that closes the one at a place, and the commas between them; -1 when none does. */
function closing(word: string, start: number, commas: number[]): number {
  let depth = 0;
  for (let at = skipTo(word, start, "{,}"); at < word.length; at = skipTo(word, at + 1, "{,}")) {
    if (word[at] === "{") depth += 1;
    else if (word[at] === "}") depth -= 1;
    else if (depth === 1) commas.push(at);
    if (depth === 0) return at;
  }
  return -1;
}

/** The next of some characters that is neither quoted nor within an expansion. */
function skipTo(word: string, from: number, wanted: string): number {
  let quote = "";
  for (let at = from; at < word.length; at++) {
    const character = word[at] ?? "";
    if (character === "\\" && quote !== "'") at += 1;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === "'" || character === '"' || character === "`") quote = character;
    else if (character === "$" && "{(".includes(word[at + 1] ?? " ")) at = endOfExpansion(word, at + 1);
    else if (wanted.includes(character)) return at;
  }
  return word.length;
}

function endOfExpansion(word: string, open: number): number {
  const [opening, closes] = word[open] === "{" ? ["{", "}"] : ["(", ")"];
  let depth = 0;
  let quote = "";
  for (let at = open; at < word.length; at++) {
    const character = word[at] ?? "";
    if (character === "\\" && quote !== "'") at += 1;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === opening) depth += 1;
    else if (character === closes && --depth === 0) return at;
  }
  return word.length;
}

function rangeOf(inside: string): string[] | null {
  const found = numbers.exec(inside);
  if (found !== null) {
    const [, from = "", to = "", step = "1"] = found;
    const isPadded = [from, to].some((number) => /^-?0\d/.test(number));
    const width = isPadded ? Math.max(from.length, to.length) : 0;
    return steps(Number(from), Number(to), Number(step)).map((number) => padded(number, width));
  }
  const named = letters.exec(inside);
  if (named === null) return null;
  const [, from = "", to = "", step = "1"] = named;
  return steps(from.charCodeAt(0), to.charCodeAt(0), Number(step)).map((code) => {
    const character = String.fromCharCode(code);
    return /[A-Za-z]/.test(character) ? character : `\\${character}`;
  });
}

function steps(from: number, to: number, step: number): number[] {
  const by = Math.max(1, Math.abs(step)) * (from <= to ? 1 : -1);
  const count = Math.floor((to - from) / by) + 1;
  if (count > maxWords) throw new RangeError("a brace expansion of too many words");
  return Array.from({ length: count }, (_, index) => from + index * by);
}

function padded(number: number, width: number): string {
  const digits = String(Math.abs(number)).padStart(width - (number < 0 ? 1 : 0), "0");
  return number < 0 ? `-${digits}` : digits;
}
