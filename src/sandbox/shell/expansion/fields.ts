import { escapePattern, type Piece } from "./pieces.ts";

/** A word that has come out of splitting. */
export interface Field {
  readonly text: string;
  /** The same as a pattern; null when nothing in it can be a wildcard. */
  readonly pattern: string | null;
}

const wildcard = /[*?[]|[@+!]\(/;

/**
 * Splits the pieces of a word at the characters of `IFS`, where they come from an expansion outside of quotes.
 * Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_05
 */
export function splitFields(pieces: readonly Piece[], separators: string): Field[] {
  const splitter = new Splitter(separators);
  for (const piece of pieces) {
    if (piece === "border") splitter.close();
    else if (piece.isSplit) splitter.split(piece.text);
    else splitter.add(piece.text, piece.isQuoted);
  }
  splitter.close();
  return splitter.fields;
}

class Splitter {
  readonly fields: Field[] = [];
  readonly #separators: string;
  readonly #blanks: string;
  #text = "";
  #pattern = "";
  #isWild = false;
  #isOpen = false;
  /** The last field ended at a blank, so that one more separator belongs to the same end. */
  #endedAtBlank = false;

  constructor(separators: string) {
    this.#separators = separators;
    this.#blanks = [..." \t\n"].filter((blank) => separators.includes(blank)).join("");
  }

  add(text: string, isQuoted: boolean): void {
    if (text === "" && !isQuoted) return;
    this.#isOpen = true;
    this.#text += text;
    this.#pattern += isQuoted ? escapePattern(text) : text;
    if (!isQuoted && wildcard.test(text)) this.#isWild = true;
  }

  split(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const character = text[at] ?? "";
      if (!this.#separators.includes(character)) continue;
      this.add(text.slice(from, at), false);
      from = at + 1;
      if (this.#blanks.includes(character)) {
        if (this.#isOpen) {
          this.close();
          this.#endedAtBlank = true;
        }
      } else if (this.#isOpen) {
        this.close();
      } else if (this.#endedAtBlank) {
        this.#endedAtBlank = false;
      } else {
        this.#isOpen = true;
        this.close();
      }
    }
    this.add(text.slice(from), false);
  }

  close(): void {
    if (this.#isOpen) this.fields.push({ text: this.#text, pattern: this.#isWild ? this.#pattern : null });
    [this.#text, this.#pattern, this.#isWild, this.#isOpen, this.#endedAtBlank] = [
      "",
      "",
      false,
      false,
      false,
    ];
  }
}
