import { isScalar, type ScalarTag, Schema } from "yaml";
import type { Span } from "../text/span.ts";
import type { KeyPath, Scalar } from "./document.ts";
import { type Margins, noMargins, oneQuote } from "./margins.ts";
import { deepestNesting, type ScalarList } from "./scalar-list.ts";

/** What a plain scalar must not start with, see YAML 1.2.2, production 126. A hyphen is left to the full grammar too. */
const indicator = /^[-?:,[\]{}#&*!|>'"%@`]/u;

/** A plain scalar without spaces, as it may stand within a flow collection. */
const flowPlain = /(?![-?:,[\]{}#&*!|>'"%@`])(?:[^\s,[\]{}:#]|:(?=[^\s,[\]{}]))+/uy;

/** Only what starts like this can be a null, a boolean or a number. */
const typedStart = /^[-+.0-9~nNtTfF]/u;

/** The library's own tags decide about the type, so that both ways to read a text agree. */
const tags = new Schema({ schema: "core" }).tags.filter((tag): tag is ScalarTag => {
  return tag.default === true && "test" in tag && tag.test !== undefined;
});

/** A string or plain scalar on one line. */
interface Token {
  readonly value: Scalar["value"];
  readonly end: number;
  readonly margins: Margins;
}

/** The offset of the next character that is not a space. */
export function skipSpaces(text: string, offset: number): number {
  let at = offset;
  while (text[at] === " ") at += 1;
  return at;
}

/** Reads a key of a block mapping and its colon; null unless a space or the end of the line follows. */
export function readKey(text: string, start: number, end: number): { name: string; end: number } | null {
  const quoted = readQuoted(text, start, end);
  const colon = quoted === null ? colonAfter(text, start, end) : quoted.end;
  const name = quoted === null ? text.slice(start, colon) : String(quoted.value);
  const isComplete = text[colon] === ":" && (colon + 1 === end || text[colon + 1] === " ");
  if (colon >= end || !isComplete) return null;
  if (quoted === null && (indicator.test(name) || name.endsWith(" ") || name.includes(" #"))) return null;
  return { name, end: colon + 1 };
}

/** True for the line of an explicit key in quotes; the value follows after a colon on the next line. */
export function isExplicitKey(text: string, start: number, end: number): boolean {
  return text.startsWith("? ", start) && readQuoted(text, skipSpaces(text, start + 2), end)?.end === end;
}

function colonAfter(text: string, start: number, end: number): number {
  let colon = text.indexOf(":", start);
  while (colon !== -1 && colon + 1 < end && text[colon + 1] !== " ") colon = text.indexOf(":", colon + 1);
  return colon === -1 ? end : colon;
}

/** Reads a value that takes up the rest of its line. */
export function readValue(text: string, place: Span, path: KeyPath, list: ScalarList): boolean {
  if (!startsFlow(text, place)) return readScalar(text, place, path, list);
  return readFlow(text, place, path, list) === place.end;
}

function startsFlow(text: string, { start }: Span): boolean {
  return text[start] === "{" || text[start] === "[";
}

function readScalar(text: string, place: Span, path: KeyPath, list: ScalarList): boolean {
  const { start, end } = place;
  const quoted = readQuoted(text, start, end);
  if (quoted !== null) {
    if (quoted.end !== end) return false;
    list.add(path, quoted.value, place, quoted.margins);
    return true;
  }
  const source = text.slice(start, end);
  if (source === "" || indicator.test(source) || /: |:$| #/u.test(source)) return false;
  list.add(path, typedValue(source), place);
  return true;
}

/** Reads a flow collection and gives the offset of its end; -1 when it is anything but regular. */
function readFlow(text: string, { start, end }: Span, path: KeyPath, list: ScalarList): number {
  if (path.length > deepestNesting) return -1;
  const isMap = text[start] === "{";
  const closing = isMap ? "}" : "]";
  let at = skipSpaces(text, start + 1);
  for (let index = 0; text[at] !== closing; index += 1) {
    let key: string | number = index;
    if (isMap) {
      const token = readToken(text, at, end);
      if (token === null || !text.startsWith(": ", token.end)) return -1;
      key = token.margins === oneQuote ? String(token.value) : text.slice(at, token.end);
      at = skipSpaces(text, token.end + 1);
    }
    at = readFlowValue(text, { start: at, end }, [...path, key], list);
    if (at === -1) return -1;
    at = skipSpaces(text, at);
    if (text[at] === ",") at = skipSpaces(text, at + 1);
    else if (text[at] !== closing) return -1;
    if (at >= end) return -1;
  }
  return at + 1;
}

function readFlowValue(text: string, place: Span, path: KeyPath, list: ScalarList): number {
  if (startsFlow(text, place)) return readFlow(text, place, path, list);
  const token = readToken(text, place.start, place.end);
  if (token === null) return -1;
  list.add(path, token.value, { start: place.start, end: token.end }, token.margins);
  return token.end;
}

function readToken(text: string, start: number, end: number): Token | null {
  const quoted = readQuoted(text, start, end);
  if (quoted !== null) return quoted;
  flowPlain.lastIndex = start;
  const source = flowPlain.exec(text)?.[0];
  if (source === undefined || start + source.length > end) return null;
  return { value: typedValue(source), end: start + source.length, margins: noMargins };
}

/** A quoted scalar that ends on its line and, in double quotes, has no escape. */
function readQuoted(text: string, start: number, end: number): Token | null {
  const quote = text[start];
  if (quote !== "'" && quote !== '"') return null;
  let close = text.indexOf(quote, start + 1);
  while (quote === "'" && text[close + 1] === "'" && close !== -1) close = text.indexOf(quote, close + 2);
  if (close === -1 || close >= end) return null;
  const content = text.slice(start + 1, close);
  if (quote === '"' && content.includes("\\")) return null;
  const value = quote === "'" ? content.replaceAll("''", "'") : content;
  return { value, end: close + 1, margins: oneQuote };
}

function typedValue(source: string): Scalar["value"] {
  const tag = typedStart.test(source) ? tags.find(({ test }) => test?.test(source)) : undefined;
  const resolved = tag?.resolve(source, () => {}, { intAsBigInt: false });
  const value = isScalar(resolved) ? resolved.value : resolved;
  return typeof value === "number" || typeof value === "boolean" || value === null ? value : source;
}
