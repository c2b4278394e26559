import type { Span } from "../../repository/text/span.ts";
import type { Ecosystem } from "../ecosystem.ts";
import type { Occurrence } from "../occurrence.ts";
import { integerSource } from "../versions/integer.ts";
import { findVersions } from "../versions/version.ts";
import { writtenWith } from "../written-version.ts";
import { isCommented, isConstant, readAssignment } from "./declaration.ts";

const source =
  /\.(?:rs|[cm]?[jt]sx?|pyi?|go|swift|kts?|java|scala|cs|dart|[ch](?:pp|c|xx)?|hh|m|rb|php|zig|vue|svelte|astro)$/;

/** Enough of an identifier to know what it is about; a longer one is no name that a person gave. */
const longestHalf = 100;

/**
 * Constants in source code whose name speaks of a version: a string that is a version, or an integer where the name is
 * declared as a constant or written like one. The subject is the identifier.
 */
export const sourceConstant: Ecosystem = {
  name: "source-constant",
  matches: (path) => source.test(path),
  occurrences(file) {
    const found: Occurrence[] = [];
    const keyword = /version/gi;
    for (let match = keyword.exec(file.text); match !== null; match = keyword.exec(file.text)) {
      const isWord = endsWord(file.text, match[0], keyword.lastIndex);
      const identifier = identifierAround(file.text, match.index, keyword.lastIndex);
      keyword.lastIndex = identifier.end;
      if (!isWord || !follows.has(file.text.charAt(identifier.end))) continue;
      const occurrence = constantAt(file.path, file.text, identifier);
      if (occurrence !== null) found.push(occurrence);
    }
    return found;
  },
};

/** True when the identifier's word ends here: in `versionNumber` and `VERSION_2`, but not in `versions` or `VERSIONSTAMP`. */
function endsWord(text: string, word: string, end: number): boolean {
  const next = text.charAt(end);
  return word.endsWith("N") ? next < "A" || next > "Z" : next < "a" || next > "z";
}

/** What may follow the name of a constant; most words `version` in a text are followed by something else. */
const follows = new Set(" \t:=[]?!\"'`");

function identifierAround(text: string, from: number, to: number): Span {
  let start = from;
  while (start > from - longestHalf && isWordAt(text, start - 1)) start--;
  let end = to;
  while (end < to + longestHalf && isWordAt(text, end)) end++;
  return { start, end };
}

function isWordAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36
  );
}

function constantAt(path: string, text: string, identifier: Span): Occurrence | null {
  const assignment = readAssignment(text, identifier);
  if (assignment === null) return null;
  const subject = { type: "constant", name: text.slice(identifier.start, identifier.end) } as const;
  if (isOfTable(text, identifier.start)) return null;
  const version = versionString(text, assignment.value);
  if (version !== null) return { path, ...version, kind: "constant", subject, keyPath: null };
  if (assignment.how === "property" || isMember(text, identifier.start)) return null;
  const integer = integerAt(text, assignment.value);
  if (integer === null || !isConstant(path, text, identifier) || isCommented(text, identifier.start))
    return null;
  return { path, ...integer, kind: "constant", subject, keyPath: null };
}

/** The key of an inline table in a comment, `//! name = { version = "1.2.3" }`, is an excerpt of a manifest. */
const tableInComment = /^\s{0,40}(?:\/\/[/!]?|#|\*)\s{1,8}[A-Za-z][\w-]{0,60}\s?=\s?\{[^{}]{0,100}$/;

function isOfTable(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2 * longestHalf), start);
  return tableInComment.test(before.slice(before.lastIndexOf("\n") + 1));
}

/** A field of something that lives elsewhere (`header.version = 1`) is set, not declared. */
function isMember(text: string, start: number): boolean {
  return /[.>]/.test(text.charAt(start - 1));
}

type Value = Pick<Occurrence, "span" | "text" | "version">;

/** A quoted version, perhaps made into something else by a call or given where a variable is unset. */
const quoted =
  /(?:[A-Za-z_][\w.:$[\]]{0,80}[ \t]{0,10}(?:\?\?|\|\|)[ \t]{0,10})?(?:new[ \t]{1,10})?(?:[A-Za-z_][\w.:]{0,80}!?\([ \t]{0,10})?[rbuf]?(["'`])([^"'`\\\n]{5,100})\1/y;

function versionString(text: string, at: number): Value | null {
  quoted.lastIndex = at;
  const match = quoted.exec(text);
  const content = match?.[2];
  if (content === undefined) return null;
  const start = quoted.lastIndex - 1 - content.length;
  const [version, ...others] = findVersions(content);
  if (version === undefined || others.length > 0 || version.end !== content.length) return null;
  const span = { start: start + version.start, end: start + version.end };
  return writtenWith(text, span).start === start
    ? { span, text: content, version: text.slice(span.start, span.end) }
    : null;
}

const integer = new RegExp(`${integerSource}(?![\\w.])`, "y");
const suffix = /(?:[iu](?:8|16|32|64|128|size)|n|[uU]?[lL]{1,2}[uU]?|[uU])$/;

/** An integer literal; the version is the literal without the suffix that gives its type. */
function integerAt(text: string, at: number): Value | null {
  integer.lastIndex = at;
  const literal = integer.exec(text)?.[0];
  if (literal === undefined) return null;
  const version = /^0[xX]/.test(literal)
    ? literal.replace(/[iu](?:8|16|32|64|128|size)$/, "")
    : literal.replace(suffix, "");
  return { span: { start: at, end: at + version.length }, text: literal, version };
}
