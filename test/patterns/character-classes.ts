import type { AST } from "@eslint-community/regexpp";

/** A set of classes of characters, one bit for each class. */
export type Characters = bigint;

/** Some character is in both. */
export function meet(a: Characters, b: Characters): boolean {
  return (a & b) !== 0n;
}

/** The characters of one pattern, divided into classes that nothing in the pattern tells apart. */
export interface Alphabet {
  readonly all: Characters;
  readonly none: Characters;
  /** The classes that a character, an escape or a class in brackets matches. */
  of(element: AST.Element): Characters;
  /** The same for something that is written here. */
  ofText(raw: string): Characters;
}

/** Characters that the escapes, the flag `i` and Unicode properties treat in different ways. */
const telling = [
  ...Array.from({ length: 0x180 }, (_, code) => code),
  ...[0x301, 0x1e9e, 0x200b, 0x2028, 0x2029, 0x202e, 0x212a, 0x3000, 0x3042, 0x4e00, 0xac00, 0xd800, 0xdfff],
  ...[0xe000, 0xfe0f, 0xfeff, 0xff01, 0xfffd, 0xffff, 0x1f680, 0xe0100],
];

/** The parts of a pattern that match one character each. */
export type CharacterElement =
  | AST.Character
  | AST.CharacterSet
  | AST.CharacterClass
  | AST.ExpressionCharacterClass;

export function isCharacter(element: AST.Element): element is CharacterElement {
  const { type } = element;
  return (
    type === "Character" ||
    type === "CharacterSet" ||
    type === "CharacterClass" ||
    type === "ExpressionCharacterClass"
  );
}

/**
 * Divides the characters by asking the engine itself which of the parts match which characters: all that tell
 * something, and the neighbours of all that stand in the pattern.
 */
export function alphabetOf(elements: readonly CharacterElement[], source: string, flags: string): Alphabet {
  const isUnicode = /[uv]/.test(flags);
  const own = [...source].flatMap((character) =>
    [-1, 0, 1].map((step) => (character.codePointAt(0) ?? 0) + step),
  );
  const codes = [...new Set([...telling, ...own])].filter(
    (code) => code >= 0 && (isUnicode || code <= 0xffff),
  );
  const written = [...new Set([...elements.map(({ raw }) => raw), "\\w", "\\n|\\r|\\u2028|\\u2029"])];
  const patterns = written.map((raw) => new RegExp(`^(?:${raw})$`, flags.replace(/[^iuvs]/g, "")));
  const classes = new Map<string, number[]>();
  for (const code of codes) {
    const character = String.fromCodePoint(code);
    const signature = patterns.map((pattern) => (pattern.test(character) ? "1" : "0")).join("");
    classes.set(signature, [...(classes.get(signature) ?? []), code]);
  }
  const signatures = [...classes.keys()];
  const sets = new Map(
    written.map((raw, index) => [
      raw,
      signatures.reduce((set, each, bit) => (each[index] === "1" ? set | (1n << BigInt(bit)) : set), 0n),
    ]),
  );
  const ofText = (raw: string): Characters => {
    const set = sets.get(raw);
    if (set === undefined) throw new RangeError(`${raw} is no part of the pattern`);
    return set;
  };
  return { all: (1n << BigInt(signatures.length)) - 1n, none: 0n, of: ({ raw }) => ofText(raw), ofText };
}
