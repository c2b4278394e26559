import type { Span } from "../../repository/text/span.ts";

/** What a type annotation may hold: no strings and no end of a statement, and a comma only within `<` and `[`. */
const annotation = "(?:[^=\\n\"'`,;(){}<[\\]]|\\[[^=\\n\\]]{0,80}\\]){1,80}(?:<[^=\\n\"'`;(){}]{0,160})?";

/** `: u16 = `, ` = `, ` := `, ` uint16 = `, `[] = `, and for a key of an object `": `. */
const assignment = new RegExp(
  `(?:\\[\\d{0,9}\\])?[?!]?(?::${annotation}|[ \\t]{1,40}[\\w.*]{1,40})?[ \\t]{0,40}:?=(?![=>~])[ \\t]{0,40}(?:\\r?\\n[ \\t]{0,200})?`,
  "y",
);
const property = /["'`]?\]?[ \t]{0,40}:(?!:)[ \t]{0,40}(?:\r?\n[ \t]{0,200})?/y;
const definition = /[ \t]{1,100}/y;

/** How a value is given to an identifier. */
export interface Assignment {
  readonly how: "assigned" | "property" | "defined";
  /** The UTF-16 offset at which the value starts. */
  readonly value: number;
}

/**
 * Reads on from the end of an identifier to the value that it is given: by an assignment, perhaps after a type (`=`,
 * `:=`, `: u16 =`), as the key of an object (`version: `) or by a C preprocessor definition. Null when it is given none.
 */
export function readAssignment(text: string, identifier: Span): Assignment | null {
  const assigned = endOf(assignment, text, identifier.end);
  if (assigned !== null) return { how: "assigned", value: assigned };
  const key = endOf(property, text, identifier.end);
  if (key !== null) return { how: "property", value: key };
  const defined = endOf(definition, text, identifier.end);
  if (defined !== null && lineBefore(text, identifier.start).trimStart().startsWith("#define"))
    return { how: "defined", value: defined };
  return null;
}

const declares =
  /(?:^|[\s(])(?:const|consteval|constexpr|static|final|readonly|val|immutable|#define)(?=\s)[^=;"'`]{0,80}$/;
const swiftLet = /(?:^|\s)let\s{1,40}$/;

/** True when the words before an identifier declare it as a constant, or when it is written like one. */
export function isConstant(path: string, text: string, identifier: Span): boolean {
  if (/^[A-Z_$][A-Z0-9_$]*$/.test(text.slice(identifier.start, identifier.end))) return true;
  const before = lineBefore(text, identifier.start);
  return declares.test(before) || (path.endsWith(".swift") && swiftLet.test(before));
}

/** True when the line before an offset starts a comment. */
export function isCommented(text: string, offset: number): boolean {
  return /^\s*(?:\/\/|\/\*|\*|#(?!define\b)|--|<!--)/.test(lineBefore(text, offset));
}

/** What stands on the line before an offset, at most 200 UTF-16 code units of it. */
function lineBefore(text: string, offset: number): string {
  const window = text.slice(Math.max(0, offset - 200), offset);
  return window.slice(window.lastIndexOf("\n") + 1);
}

function endOf(sticky: RegExp, text: string, at: number): number | null {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : null;
}
