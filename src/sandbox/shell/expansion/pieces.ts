/** A piece of a word that has been expanded, or the border between two elements of `"$@"`. */
export type Piece =
  | {
      readonly text: string;
      /** Nothing in it has a meaning any more. */
      readonly isQuoted: boolean;
      /** It comes from an expansion outside of quotes, so that it is split. */
      readonly isSplit: boolean;
    }
  | "border";

export function quoted(text: string): Piece {
  return { text, isQuoted: true, isSplit: false };
}

export function bare(text: string): Piece {
  return { text, isQuoted: false, isSplit: false };
}

export function expanded(text: string, isQuoted: boolean): Piece {
  return { text, isQuoted, isSplit: !isQuoted };
}

/** The text of pieces where nothing is split; borders become blanks. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece === "border" ? " " : piece.text)).join("");
}

/** The pieces as a pattern, in which a backslash stands before every character that only means itself. */
export function patternOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece === "border" ? " " : piece.isQuoted ? escapePattern(piece.text) : piece.text))
    .join("");
}

/** A text as a pattern that matches only that text. */
export function escapePattern(text: string): string {
  return text.replace(/[\\*?[\]()|!@+^$.{}-]/g, "\\$&");
}

/** The pieces of a text as it stands in a script outside of quotes: what is behind a backslash is quoted. */
export function bareText(text: string): Piece[] {
  if (!text.includes("\\")) return [bare(text)];
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", from)) {
    if (at > from) pieces.push(bare(text.slice(from, at)));
    const character = String.fromCodePoint(text.codePointAt(at + 1) ?? 0x5c);
    if (character !== "\n") pieces.push(quoted(character));
    from = at + 1 + (at + 1 < text.length ? character.length : 0);
  }
  if (from < text.length) pieces.push(bare(text.slice(from)));
  return pieces;
}

/** A text as it stands between double quotes or in a here-document. */
export function quotedText(text: string, special: RegExp): string {
  return text.includes("\\") ? text.replace(special, "$1") : text;
}

/** What a backslash takes the meaning from between double quotes; a line break behind it is gone. */
export const inQuotes = /\\(?:([$`"\\])|\n)/g;
/** The same in a here-document. */
export const inDocument = /\\(?:([$`\\])|\n)/g;
/** The same in the operand of an expansion between double quotes. */
export const inQuotedOperand = /\\(?:([$`"\\}])|\n)/g;
