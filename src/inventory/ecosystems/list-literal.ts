import type { Span } from "../../repository/text/span.ts";

/** One value as it is written in source code, without quotes; the span is where `value` stands. */
export interface WrittenValue {
  readonly value: string;
  readonly span: Span;
}

/** A list in source code: its elements, and the range from its opening to its closing bracket. */
export interface ListLiteral {
  readonly elements: readonly WrittenValue[];
  readonly span: Span;
}

/** What may stand before the bracket of a list: `&`, `new Set`, `vec!`, `[]string`, `map[string]bool`, `HashSet::from`. */
const wrapper =
  /(?:&|@|new[ \t]{1,10})?(?:(?:map\[[\w.*]{1,40}|\[\d{0,9})\][\w.*]{1,40})?(?:[A-Za-z_][\w.:]{0,80}(?:<[^<>\n]{0,80}>(?:::\w{1,40})?)?!?)?\s{0,40}/y;

const closing: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };

/**
 * Reads a list literal of any of the languages that `findConstant` knows. Strings are given without their quotes, other
 * elements as they are written. The elements of a shell array are separated by blanks.
 * Null when no list starts at the offset or when it is never closed.
 */
export function readList(text: string, offset: number): ListLiteral | null {
  const open = innermostOpening(text, offset);
  if (open === null) return null;
  const close = closing[text.charAt(open)];
  const byBlanks = text.charAt(open) === "(" && text.charAt(open - 1) === "=";
  const elements: WrittenValue[] = [];
  let at = open + 1;
  for (;;) {
    at = skipBlanks(text, at);
    if (at >= text.length) return null;
    const char = text.charAt(at);
    if (char === close) return { elements, span: { start: open, end: at + 1 } };
    if (char === ",") {
      at++;
      continue;
    }
    const end = elementEnd(text, at, byBlanks);
    if (end === at) return null;
    elements.push(element(text, at, end));
    at = end;
  }
}

/** Steps through wrappers to the bracket that holds the elements: to the `[` of `new Set([`, `frozenset({`. */
function innermostOpening(text: string, offset: number): number | null {
  let open: number | null = null;
  for (let at = offset; ; ) {
    wrapper.lastIndex = at;
    const next = wrapper.test(text) ? wrapper.lastIndex : at;
    const bracket = closing[text.charAt(next)];
    // Within a list, another opening is a wrapped list only directly inside round brackets or `![`, else an element.
    if (bracket === undefined || (open !== null && text.charAt(open) !== "(")) return open;
    open = next;
    at = skipBlanks(text, next + 1);
  }
}

/** Where an element ends: after its quote, or before the separator or bracket that closes the list. */
function elementEnd(text: string, start: number, byBlanks: boolean): number {
  const stack: string[] = [];
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"' || char === "'" || char === "`") {
      at = stringEnd(text, at);
      continue;
    }
    const close = closing[char];
    if (close !== undefined) stack.push(close);
    else if (stack.length > 0 && char === stack.at(-1)) stack.pop();
    else if (stack.length === 0 && (/[,\])}]/.test(char) || (byBlanks && /\s/.test(char)))) break;
    at++;
  }
  return at;
}

/** A quote that is never closed on its line is an apostrophe or a lifetime, and ends with itself. */
function stringEnd(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\\") at++;
    else if (char === quote) return at + 1;
    else if (char === "\n" && quote !== "`") break;
  }
  return start + 1;
}

function element(text: string, start: number, end: number): WrittenValue {
  const written = text.slice(start, end).trimEnd();
  const string = /^[rbuf]?(["'`])([^"'`\\]*)\1/.exec(written)?.[2];
  const from = string === undefined ? start : start + written.indexOf(string, 1);
  const value = string ?? written;
  return { value, span: { start: from, end: from + value.length } };
}

/** Skips white space and comments; a comment that is never closed ends the text. */
function skipBlanks(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const isLine = text.startsWith("//", at) || (text.charAt(at) === "#" && text.charAt(at + 1) !== "[");
    if (!isLine && !text.startsWith("/*", at)) return at;
    const end = text.indexOf(isLine ? "\n" : "*/", at + 1);
    if (end === -1) return text.length;
    at = isLine ? end : end + 2;
  }
}
