import type { Match } from "../regex/pattern.ts";
import { readSedEscape } from "./sed-escapes.ts";

/** How the case of what follows is changed: of everything up to `\E`, or of one character. */
type CaseChange = "U" | "L" | "E" | "u" | "l";

type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "group"; readonly index: number }
  | { readonly kind: "case"; readonly change: CaseChange };

/** The right side of a substitution. */
export interface Replacement {
  readonly pieces: readonly Piece[];
  /** The highest group that it names. */
  readonly highestGroup: number;
}

/**
 * Reads the right side of `s`, with the delimiter already unescaped. Gives null for an escape whose meaning is not known.
 */
export function readReplacement(source: string): Replacement | null {
  const pieces: Piece[] = [];
  let text = "";
  const add = (piece: Piece) => {
    if (text !== "") pieces.push({ kind: "text", text });
    text = "";
    pieces.push(piece);
  };
  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? "";
    if (character === "&") add({ kind: "group", index: 0 });
    else if (character !== "\\") text += character;
    else {
      const escaped = source[at + 1] ?? "";
      const own = readSedEscape(source, at);
      if (/[0-9]/.test(escaped)) add({ kind: "group", index: Number(escaped) });
      else if (/[ULEul]/.test(escaped)) add({ kind: "case", change: escaped as CaseChange });
      else if (own !== null) text += String.fromCodePoint(own.code);
      else if (/[A-Za-z]/.test(escaped) || escaped === "") return null;
      else text += escaped;
      at = own === null ? at + 1 : own.end - 1;
    }
  }
  if (text !== "") pieces.push({ kind: "text", text });
  const groups = pieces.map((piece) => (piece.kind === "group" ? piece.index : 0));
  return { pieces, highestGroup: Math.max(0, ...groups) };
}

/** What stands in the place of a match. */
export function replaced({ pieces }: Replacement, text: string, match: Match): string {
  let result = "";
  let lasting: "U" | "L" | null = null;
  let once: "u" | "l" | null = null;
  for (const piece of pieces) {
    if (piece.kind === "case") {
      if (piece.change === "u" || piece.change === "l") once = piece.change;
      else {
        lasting = piece.change === "E" ? null : piece.change;
        once = null;
      }
      continue;
    }
    const span = piece.kind === "group" ? match.group(piece.index) : null;
    const plain = piece.kind === "text" ? piece.text : span === null ? "" : text.slice(span.start, span.end);
    if (plain === "") continue;
    const cased = inCase(plain, lasting);
    result += once === null ? cased : withFirst(cased, once);
    once = null;
  }
  return result;
}

function inCase(text: string, change: "U" | "L" | null): string {
  if (change === null) return text;
  return [...text].map((character) => sameLength(character, change === "U")).join("");
}

function withFirst(text: string, change: "u" | "l"): string {
  const [first = "", ...rest] = text;
  return sameLength(first, change === "u") + rest.join("");
}

/** C changes a character into one character, where Unicode would make several of it. */
function sameLength(character: string, isUpper: boolean): string {
  const changed = isUpper ? character.toUpperCase() : character.toLowerCase();
  return [...changed].length === 1 ? changed : character;
}
