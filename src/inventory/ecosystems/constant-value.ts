import type { Span } from "../../repository/text/span.ts";
import { integerSource } from "../versions/integer.ts";
import { isCommented, isConstant, readAssignment } from "./declaration.ts";
import { readList, type WrittenValue } from "./list-literal.ts";

/** What a constant is given: a string or an integer, or a list of which the elements are located. */
export type Constant =
  | ({ readonly type: "string" | "integer" } & WrittenValue)
  | { readonly type: "list"; readonly elements: readonly WrittenValue[]; readonly span: Span };

/**
 * Finds the value that source code gives to a constant: an integer, a string, or a list such as `[..]`,
 * `new Set([..])`, `&[..]`, `vec![..]`, `frozenset({..})`, `[]string{..}`. A declaration is preferred over a later
 * assignment or a key of the same name. Null when the name is given no such value.
 */
export function findConstant(path: string, text: string, name: string): Constant | null {
  let fallback: Constant | null = null;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const identifier = { start: at, end: at + name.length };
    if (isWithinWord(text, identifier) || isCommented(text, at)) continue;
    const assignment = readAssignment(text, identifier);
    const constant = assignment === null ? null : constantAt(text, assignment.value);
    if (constant === null) continue;
    if (assignment?.how !== "property" && isConstant(path, text, identifier)) return constant;
    fallback ??= constant;
  }
  return fallback;
}

function isWithinWord(text: string, { start, end }: Span): boolean {
  return /\w/.test(text.charAt(start - 1)) || /[\w$]/.test(text.charAt(end));
}

const quoted = /[rbuf]?(["'`])([^"'`\\\n]{0,2000})\1/y;
/** A call with one string, such as `String::from("..")`; one with several is a list. */
const wrapped = /[A-Za-z_][\w.:]{0,80}!?\(\s{0,10}(["'`])([^"'`\\\n]{0,2000})\1(?=\s{0,10}\))/y;
const integer = new RegExp(`-?${integerSource}(?![\\w.])`, "y");

function constantAt(text: string, at: number): Constant | null {
  for (const pattern of [quoted, wrapped]) {
    pattern.lastIndex = at;
    const string = pattern.exec(text)?.[2];
    if (string === undefined) continue;
    const end = pattern.lastIndex - 1;
    return { type: "string", value: string, span: { start: end - string.length, end } };
  }
  integer.lastIndex = at;
  const number = integer.exec(text)?.[0];
  if (number !== undefined)
    return { type: "integer", value: number, span: { start: at, end: integer.lastIndex } };
  const list = readList(text, at);
  return list === null ? null : { type: "list", ...list };
}
