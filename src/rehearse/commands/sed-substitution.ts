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

/** Basic syntax escapes what extended syntax and JavaScript leave bare, and the other way round. */
function translate(pattern: string, extended: boolean): string | null {
  let source = "";
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? "";
    if (character === "[") {
      const set = /^\[\^?\]?[^\][\\]*\]/.exec(pattern.slice(at))?.[0];
      if (set === undefined) return null;
      source += set.replace(/^\[(\^?)\]/, "[$1\\]");
      at += set.length - 1;
    } else if (character === "\\") {
      const next = pattern[++at] ?? "";
      if (/[(){}|+?]/.test(next)) source += extended ? `\\${next}` : next;
      else if (/[.*[\]^$/\\"'-]/.test(next)) source += `\\${next}`;
      else return null;
    } else if (/[(){}|+?]/.test(character)) {
      source += extended ? character : `\\${character}`;
    } else {
      source += character;
    }
  }
  return isPattern(source) ? source : null;
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
