/** A substitution as `String.prototype.replace` takes it, to be done line by line. */
export interface Substitution {
  readonly source: string;
  readonly flags: string;
  readonly replacement: string;
}

/**
 * Reads `s/pattern/replacement/flags`. Gives null for every other expression, and for patterns that are not the same
 * in JavaScript.
 * See https://pubs.opengroup.org/onlinepubs/9799919799/utilities/sed.html.
 */
export function readSubstitution(expression: string, extended: boolean): Substitution | null {
  const parts = splitExpression(expression.trim());
  if (parts === null) return null;
  const [pattern, written, flags] = parts;
  const source = translate(pattern, extended);
  const replacement = translateReplacement(written);
  if (!/^[gI]*$/.test(flags) || source === null || replacement === null) return null;
  return { source, replacement, flags: `${flags.includes("g") ? "g" : ""}${flags.includes("I") ? "i" : ""}` };
}

/** The three parts between any delimiter; an escaped delimiter is the character itself. */
function splitExpression(expression: string): [string, string, string] | null {
  const delimiter = expression[1];
  if (expression[0] !== "s" || delimiter === undefined || /[\w\s\\]/.test(delimiter)) return null;
  const parts = [""];
  for (let at = 2; at < expression.length; at++) {
    const character = expression[at] ?? "";
    const next = expression[at + 1] ?? "";
    if (character === "\\") {
      parts.push(`${parts.pop()}${next === delimiter ? next : character + next}`);
      at += 1;
    } else if (character === delimiter) parts.push("");
    else parts.push(`${parts.pop()}${character}`);
  }
  const [pattern, replacement, flags] = parts;
  const isWhole =
    parts.length === 3 && pattern !== undefined && replacement !== undefined && flags !== undefined;
  return isWhole && pattern !== "" ? [pattern, replacement, flags] : null;
}

/** A pattern piece by piece: an interval, a set, an escaped character, or a character. */
const extendedPieces = /\{\d+(?:,\d*)?\}|\[\^?\]?[^\][\\]*\]|\\[\s\S]|[\s\S]/g;
const basicPieces = /\\\{\d+(?:,\d*)?\\\}|\[\^?\]?[^\][\\]*\]|\\[\s\S]|[\s\S]/g;

/** The pattern as JavaScript writes it; null when JavaScript would take it for another one, or for one at all. */
function translate(pattern: string, extended: boolean): string | null {
  const pieces = extended ? (pattern.match(extendedPieces) ?? []) : toExtended(pattern);
  const translated = pieces.map((piece, index) => toJavaScript(piece, pieces[index - 1] ?? ""));
  if (translated.some((piece) => piece === null)) return null;
  const source = translated.join("");
  return isPattern(source) ? source : null;
}

/** Basic syntax escapes what extended syntax leaves bare, and has anchors at the ends of a pattern or a group only. */
function toExtended(pattern: string): string[] {
  const pieces = (pattern.match(basicPieces) ?? []).map((piece) => {
    if (/^[(){}|+?]$/.test(piece)) return `\\${piece}`;
    return /^\\[(){}|+?]/.test(piece) ? piece.replaceAll("\\", "") : piece;
  });
  return pieces.map((piece, index) => {
    const isLiteral =
      (piece === "^" && !["(", "|", undefined].includes(pieces[index - 1])) ||
      (piece === "$" && ![")", "|", undefined].includes(pieces[index + 1]));
    return isLiteral ? `\\${piece}` : piece;
  });
}

/**
 * A piece of extended syntax. A brace that opens no interval is an error to sed and a character to JavaScript; a
 * question mark behind a repetition makes it optional in sed and lazy in JavaScript.
 */
function toJavaScript(piece: string, before: string): string | null {
  if (piece === "{" || piece === "[" || (piece === "?" && /^[*+?({]/.test(before))) return null;
  if (piece.startsWith("[")) return piece.replace(/^\[(\^?)\]/, "[$1\\]");
  return piece.startsWith("\\") && !/^\\[.*[\]^$/\\"(){}|+?-]$/.test(piece) ? null : piece;
}

/** `&` is all of the match, a digit behind a backslash a group. */
function translateReplacement(text: string): string | null {
  if (/\\[^0-9&\\/|#,:@n.-]/.test(text)) return null;
  return text.replace(/\\(.)|&|\$/gs, (whole, escaped: string | undefined) => {
    if (whole === "$") return "$$";
    if (escaped === undefined || escaped === "0") return "$&";
    if (/[1-9]/.test(escaped)) return `$${escaped}`;
    return escaped === "n" ? "\n" : escaped;
  });
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
