/** A set of code points. */
export interface CharacterSet {
  has(code: number): boolean;
}

/** The first and the last byte that is part of no UTF-8, as byte text writes it: no character, so in no set. */
const firstStray = 0xdc80;
const lastStray = 0xdcff;

/** The set of the characters of which something is true; the answers about ASCII are kept. */
export function setWhere(isIn: (code: number) => boolean): CharacterSet {
  const known = new Uint8Array(128);
  for (let code = 0; code < 128; code++) known[code] = isIn(code) ? 1 : 0;
  return {
    has: (code) =>
      code < 128 ? known[code] === 1 : !(code >= firstStray && code <= lastStray) && isIn(code),
  };
}

export const everyCharacter = setWhere(() => true);

/** A set of one character. A stray byte is matched by itself only. */
export function oneCharacter(code: number): CharacterSet {
  return { has: (other) => other === code };
}

/** The set with the other case of its letters. */
export function inBothCases(set: CharacterSet): CharacterSet {
  return setWhere((code) => set.has(code) || otherCases(code).some((other) => set.has(other)));
}

export function complement(set: CharacterSet): CharacterSet {
  return setWhere((code) => !set.has(code));
}

function otherCases(code: number): number[] {
  const text = String.fromCodePoint(code);
  return [text.toLowerCase(), text.toUpperCase()].map((other) =>
    other.length > 1 && (other.codePointAt(0) ?? 0) < 0x10000 ? code : (other.codePointAt(0) ?? code),
  );
}
