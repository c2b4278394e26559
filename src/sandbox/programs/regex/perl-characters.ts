import { characterClasses, shortClasses } from "./character-classes.ts";
import { type CharacterSet, complement, inBothCases, setWhere } from "./character-set.ts";
import { PatternError } from "./pattern-tree.ts";
import type { PerlText } from "./perl-text.ts";

/** How a regular expression of Perl is written. */
export interface PerlSyntax {
  readonly ignoresCase: boolean;
  /** Whether `^` and `$` are at every line. */
  readonly isMultiline: boolean;
  /** Whether a dot is a newline as well. */
  readonly dotsNewlines: boolean;
  /** Whether classes such as `\w` hold ASCII only. */
  readonly isAscii: boolean;
}

const controls: ReadonlyMap<string, number> = new Map([
  ["t", 9],
  ["n", 10],
  ["r", 13],
  ["f", 12],
  ["a", 7],
  ["e", 27],
]);

const horizontal = setWhere((code) => code === 9 || code === 32);
const digits = setWhere((code) => code >= 48 && code <= 57);

/** The set of a class escape; null for any other escape. */
export function classOf(character: string, { isAscii }: PerlSyntax): CharacterSet | null {
  if (character === "d") return digits;
  if (character === "D") return complement(digits);
  if (character === "h") return horizontal;
  if (character === "H") return complement(horizontal);
  if (character === "N") return setWhere((code) => code !== 10);
  const short = shortClasses.get(character);
  if (short === undefined) return null;
  return isAscii ? inAscii(short, /[WS]/.test(character)) : short;
}

/** The character of an escape that is no class. */
export function codeOf(text: PerlText, character: string): string {
  const control = controls.get(character);
  if (control !== undefined) return String.fromCharCode(control);
  if (character === "x") {
    const [written = "", braced, plain] =
      /^(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/.exec(text.source.slice(text.at, text.at + 10)) ?? [];
    if (written === "") throw new PatternError("\\x has no number");
    text.at += written.length;
    return String.fromCodePoint(Number.parseInt(braced ?? plain ?? "", 16));
  }
  if (/[A-Za-z0-9]/.test(character) || character === "")
    throw new PatternError(`\\${character} is not known`);
  return character;
}

/** The set of a bracket expression whose opening is read. */
export function bracketOf(text: PerlText, syntax: PerlSyntax): CharacterSet {
  const isNegated = text.take("^");
  const members: ((code: number) => boolean)[] = [];
  for (let isFirst = true; isFirst || text.source[text.at] !== "]"; isFirst = false) {
    if (text.at >= text.source.length) throw new PatternError("a bracket is not closed");
    const [posix, negated, name = ""] =
      /^\[:(\^?)([a-z]+):\]/.exec(text.source.slice(text.at, text.at + 16)) ?? [];
    if (posix !== undefined) {
      text.at += posix.length;
      const set = name === "word" ? shortClasses.get("w") : characterClasses.get(name);
      if (set === undefined) throw new PatternError(`[:${name}:] is no class of characters`);
      const used = syntax.isAscii ? inAscii(set, false) : set;
      members.push((code) => used.has(code) === (negated === ""));
      continue;
    }
    const first = memberOf(text, syntax);
    if (typeof first !== "number") {
      members.push((code) => first.has(code));
      continue;
    }
    const isRange = text.source[text.at] === "-" && text.source[text.at + 1] !== "]";
    if (isRange) text.at += 1;
    const last = isRange ? memberOf(text, syntax) : first;
    if (typeof last !== "number" || last < first) throw new PatternError("a range in brackets is none");
    members.push((code) => code >= first && code <= last);
  }
  text.at += 1;
  const plain = setWhere((code) => members.some((isMember) => isMember(code)));
  const set = syntax.ignoresCase ? inBothCases(plain) : plain;
  return isNegated ? complement(set) : set;
}

function memberOf(text: PerlText, syntax: PerlSyntax): CharacterSet | number {
  const character = text.next();
  if (character !== "\\") return character.codePointAt(0) ?? 0;
  const escaped = text.next();
  if (escaped === "b") return 8;
  return classOf(escaped, syntax) ?? codeOf(text, escaped).codePointAt(0) ?? 0;
}

/** Of a class only what is ASCII; of the complement of one everything else as well. */
function inAscii(set: CharacterSet, isComplement: boolean): CharacterSet {
  return setWhere((code) => (code < 128 ? set.has(code) : isComplement));
}
