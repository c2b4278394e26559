import { deepestNesting } from "../../repository/documents/scalar-list.ts";
import type { Span } from "../../repository/text/span.ts";

/** One `"key": "value"` line of a JSON file that npm wrote. Offsets are UTF-16 and half-open. */
export interface JsonLine {
  /** The keys that lead to the line, its own key last. The list is reused, it holds during the visit only. */
  readonly keys: readonly string[];
  /** The string without its quotes, as it is written. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/**
 * Visits the lines that hold a string, in JSON that was written with one value per line and any indentation. Lists are
 * passed over, and so is everything on lines that look otherwise or are nested deeper than documents are.
 */
export function visitJsonLines(text: string, visit: (line: JsonLine) => void): void {
  const stack: string[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const next = newline === -1 ? text.length : newline;
    const end = trimmedEnd(text, start, next);
    const at = firstInk(text, start, end);
    const first = text[at];
    if (first === "}" || first === "]") stack.pop();
    else if (first === '"') readLine(text, { start: at, end }, stack, visit);
    // An item of a list that is an object; the opening brace of the file itself has no key.
    else if (end === at + 1 && stack.length > 0) stack.push("");
    start = next + 1;
  }
}

/** Reads a line from the quote of its key on. */
function readLine(
  text: string,
  { start, end }: Span,
  stack: string[],
  visit: (line: JsonLine) => void,
): void {
  const last = text[end - 1];
  const length = text.slice(start + 1, end).indexOf('":');
  if (length === -1) return;
  const keyEnd = start + 1 + length;
  const key = text.slice(start + 1, keyEnd);
  if (last === "{" || last === "[") {
    stack.push(key);
    return;
  }
  if (stack.length >= deepestNesting) return;
  const valueStart = firstInk(text, keyEnd + 2, end);
  if (text[valueStart] !== '"' || last !== '"') return;
  stack.push(key);
  visit({ keys: stack, valueStart: valueStart + 1, valueEnd: end - 1 });
  stack.pop();
}

/** The end of a line without its line break, comma and trailing blanks. */
function trimmedEnd(text: string, start: number, next: number): number {
  let end = next;
  while (end > start && (isBlank(text.charCodeAt(end - 1)) || text[end - 1] === ",")) end--;
  return end;
}

function firstInk(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}
