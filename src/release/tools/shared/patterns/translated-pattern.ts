/** How a pattern is read; the pattern's own flags `(?x)` come on top. */
export interface PatternFlags {
  /** Blanks and comments are no part of it. */
  readonly verbose?: boolean;
  readonly multiline?: boolean;
  readonly dotAll?: boolean;
}

/**
 * A pattern of Python's `re` or of Rust's `regex` in the words of JavaScript: https://docs.python.org/3/library/re.html,
 * https://docs.rs/regex/latest/regex/#syntax. Null for one that JavaScript cannot say.
 */
export function translatedPattern(source: string, flags: PatternFlags = {}): RegExp | null {
  const [inline = "", letters = ""] = /^\s{0,100}\(\?([aiLmsuxU]{1,7})\)/.exec(source) ?? [];
  const isVerbose = flags.verbose === true || letters.includes("x");
  const body = source.slice(inline.length);
  const text = translated(isVerbose ? withoutBlanks(body) : body);
  const found = [
    letters.includes("i") ? "i" : "",
    flags.multiline === true || letters.includes("m") ? "m" : "",
    flags.dotAll === true || letters.includes("s") ? "s" : "",
  ];
  try {
    return new RegExp(text, found.join(""));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Blanks and comments outside of classes and behind no backslash. */
function withoutBlanks(source: string): string {
  let result = "";
  let isInClass = false;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === "\\") {
      result += source.slice(at, at + 2);
      at += 1;
    } else if (!isInClass && character === "#") {
      const end = source.indexOf("\n", at);
      at = end === -1 ? source.length : end;
    } else if (isInClass || !/\s/.test(character)) {
      if (character === "[") isInClass = true;
      if (character === "]") isInClass = false;
      result += character;
    }
  }
  return result;
}

const words: Readonly<Record<string, string>> = {
  "\\A": "(?<![\\s\\S])",
  "\\Z": "(?![\\s\\S])",
  "\\z": "(?![\\s\\S])",
  "\\h": "[ \\t]",
};

function translated(source: string): string {
  let result = "";
  for (let at = 0; at < source.length; at++) {
    if (source.charAt(at) === "\\") {
      const written = source.slice(at, at + 2);
      result += words[written] ?? written;
      at += 1;
    } else if (source.startsWith("(?P<", at)) {
      result += "(?<";
      at += 3;
    } else if (source.startsWith("(?P=", at)) {
      const end = source.indexOf(")", at);
      result += `\\k<${source.slice(at + 4, end)}>`;
      at = end;
    } else result += source.charAt(at);
  }
  return result;
}
