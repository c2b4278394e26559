import { PatternError } from "./pattern-tree.ts";

const mostRepetitions = 1000;

/** The text of a regular expression and how far it is read. */
export class PerlText {
  readonly source: string;
  /** The offset of the next character. */
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** The next character, read. Throws a PatternError at the end. */
  next(): string {
    if (this.at >= this.source.length) throw new PatternError("it ends too early");
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += character.length;
    return character;
  }

  /** Steps over the sign; false where something else stands. */
  take(sign: string): boolean {
    if (this.source[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }
}

/** How often what stands before is repeated, read from the text; null where no repetition begins. */
export function quantifierOf(text: PerlText): { min: number; max: number } | null {
  const sign = text.source[text.at] ?? "";
  const simple = { "*": [0, Infinity], "+": [1, Infinity], "?": [0, 1] } as const;
  if (sign === "*" || sign === "+" || sign === "?") {
    text.at += 1;
    return { min: simple[sign][0], max: simple[sign][1] };
  }
  const [written, first = "", comma, second = ""] =
    /^\{(\d{1,5})(,?)(\d{0,5})\}/.exec(text.source.slice(text.at, text.at + 16)) ?? [];
  if (written === undefined) return null;
  text.at += written.length;
  const max = comma === "" ? Number(first) : second === "" ? Infinity : Number(second);
  if (Number(first) > mostRepetitions || (max < Infinity && max > mostRepetitions))
    throw new PatternError("an interval is too large");
  return { min: Number(first), max };
}
