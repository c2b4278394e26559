/**
 * An integer literal as Rust, TypeScript, Python, Go, Swift, Kotlin, Java and C write it: decimal, hexadecimal, octal or
 * binary, with `_` between digits and with a type suffix (`7u16`, `7n`, `7L`).
 */
export const integerSource =
  "(?:0[xX][0-9A-Fa-f_]{1,32}|0[oO][0-7_]{1,64}|0[bB][01_]{1,80}|\\d[\\d_]{0,32})(?:[iu](?:8|16|32|64|128|size)|n|[uU]?[lL]{0,2}[uU]?)";

const literal = new RegExp(`^${integerSource}$`);

/** The value of an integer literal; null when it is none or is beyond what a number holds exactly. */
export function parseInteger(text: string): number | null {
  if (!literal.test(text)) return null;
  const digits = text.replaceAll("_", "");
  const bare = /^0[xX]/.test(digits)
    ? digits.replace(/(?:[iu](?:8|16|32|64|128|size)|n|[uU]?[lL]{1,2}[uU]?|[uU])$/, "")
    : digits.replace(/[iunUlL](?:8|16|32|64|128|size|[lLuU]{1,2})?$/, "");
  const value = Number(bare);
  return Number.isSafeInteger(value) ? value : null;
}
