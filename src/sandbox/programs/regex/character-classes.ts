import { type CharacterSet, complement, setWhere } from "./character-set.ts";

const between = (code: number, first: string, last: string) =>
  code >= first.charCodeAt(0) && code <= last.charCodeAt(0);

const letter = /\p{Alphabetic}/u;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const decimal = /\p{Nd}/u;
const blankBeyond = /[\p{Zs}\u2028\u2029]/u;
const noBreak = /[\u00a0\u2007\u202f]/;

const shown = (code: number) => String.fromCodePoint(code);

const isAlpha = (code: number) =>
  code < 128
    ? between(code, "a", "z") || between(code, "A", "Z")
    : letter.test(shown(code)) || decimal.test(shown(code));
const isDigit = (code: number) => between(code, "0", "9");
const isSpace = (code: number) =>
  code < 128
    ? code === 32 || (code >= 9 && code <= 13)
    : blankBeyond.test(shown(code)) && !noBreak.test(shown(code));
const isGraph = (code: number) => (code < 128 ? code > 32 && code < 127 : !isSpace(code) && code > 0x9f);

/**
 * The character classes of POSIX in a UTF-8 locale, by their names
 * (https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap07.html#tag_07_03_01). Beyond ASCII letters are what
 * Unicode calls alphabetic, and blanks do not include those that must not be broken, as in glibc.
 */
export const characterClasses: ReadonlyMap<string, CharacterSet> = new Map(
  Object.entries({
    alpha: isAlpha,
    digit: isDigit,
    alnum: (code: number) => isAlpha(code) || isDigit(code),
    upper: (code: number) => (code < 128 ? between(code, "A", "Z") : upper.test(shown(code))),
    lower: (code: number) => (code < 128 ? between(code, "a", "z") : lower.test(shown(code))),
    space: isSpace,
    blank: (code: number) => code === 32 || code === 9 || (code >= 128 && isSpace(code)),
    punct: (code: number) => isGraph(code) && !isAlpha(code) && !isDigit(code),
    print: (code: number) => isGraph(code) || (code < 128 ? code === 32 : isSpace(code)),
    graph: isGraph,
    cntrl: (code: number) => code < 32 || code === 127 || (code >= 0x80 && code <= 0x9f),
    xdigit: (code: number) => isDigit(code) || between(code, "a", "f") || between(code, "A", "F"),
  }).map(([name, isIn]) => [name, setWhere(isIn)] as const),
);

/** What `\w` matches, and what words are made of. */
export const wordCharacters: CharacterSet = setWhere((code) => isAlpha(code) || isDigit(code) || code === 95);

/** `\w`, `\W`, `\s` and `\S` of GNU. */
export const shortClasses: ReadonlyMap<string, CharacterSet> = new Map([
  ["w", wordCharacters],
  ["W", complement(wordCharacters)],
  ["s", setWhere(isSpace)],
  ["S", complement(setWhere(isSpace))],
]);
