import { readBracket } from "../regex/bracket.ts";
import { PatternError } from "../regex/pattern-tree.ts";

/**
 * Whether a text matches a wildcard pattern as `fnmatch` does it without flags: a star is any text, slashes and a leading dot
 * included (https://pubs.opengroup.org/onlinepubs/9799919799/functions/fnmatch.html). It takes time in proportion to both.
 */
export function matchesName(pattern: string, text: string, ignoresCase = false): boolean {
  const pieces = piecesOf(ignoresCase ? pattern.toLowerCase() : pattern);
  const characters = [...(ignoresCase ? text.toLowerCase() : text)];
  let places = new Set([0]);
  for (const piece of pieces) {
    const next = new Set<number>();
    for (const place of places) {
      if (piece === "any") for (let at = place; at <= characters.length; at++) next.add(at);
      else if (place < characters.length && piece(characters[place] ?? "")) next.add(place + 1);
    }
    places = next;
  }
  return places.has(characters.length);
}

type Piece = "any" | ((character: string) => boolean);

function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < pattern.length; ) {
    const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    at += character.length;
    if (character === "*") {
      if (pieces.at(-1) !== "any") pieces.push("any");
    } else if (character === "?") pieces.push(() => true);
    else if (character === "\\" && at < pattern.length) {
      const escaped = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
      at += escaped.length;
      pieces.push((one) => one === escaped);
    } else {
      const bracket = character === "[" ? bracketAt(pattern, at) : null;
      at = bracket?.end ?? at;
      pieces.push(bracket === null ? (one) => one === character : bracket.piece);
    }
  }
  return pieces;
}

/** A bracket expression, which an exclamation mark negates; null where none begins. */
function bracketAt(pattern: string, at: number): { piece: Piece; end: number } | null {
  try {
    const isNegated = /[!^]/.test(pattern[at] ?? "");
    const readEscape = (source: string, offset: number) => {
      const code = source.codePointAt(offset + 1) ?? 0;
      return { code, end: offset + (code > 0xffff ? 3 : 2) };
    };
    const { set, end } = readBracket(pattern, isNegated ? at + 1 : at, { ignoresCase: false, readEscape });
    return { piece: (one) => set.has(one.codePointAt(0) ?? 0) !== isNegated, end };
  } catch (error) {
    if (error instanceof PatternError) return null;
    throw error;
  }
}
