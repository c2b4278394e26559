import type { Span } from "../text/span.ts";
import type { Document, KeyPath } from "./document.ts";
import { keyMark, LocatedTomlParser } from "./located-toml-parser.ts";
import { type Margins, noMargins, oneQuote } from "./margins.ts";
import { deepestNesting, type ScalarList, tooDeep } from "./scalar-list.ts";
import { structuredDocument } from "./structured-document.ts";
import { refuseLongerThan, Unparsable } from "./unparsable.ts";

/** The library takes about a tenth of a second for a million characters, and a hundred times that for a mere list of numbers. */
const longestText = 4_000_000;

/**
 * Parses TOML 1.0. The value of a date or time is its text. Never throws: what does not parse becomes a document of
 * format `text` with a note.
 */
export function parseToml(text: string): Document {
  return structuredDocument("toml", text, collectToml);
}

function collectToml(text: string, list: ScalarList): void {
  refuseLongerThan(longestText, text);
  const parser = new LocatedTomlParser();
  const whole = { start: 0, end: text.length };
  collect(parsed(parser, text), [], whole, { parser, text, list });
}

/** Invalid text is not the only thing that the parser throws for; an impossible date is a TypeError of its own. */
function parsed(parser: LocatedTomlParser, text: string): object {
  try {
    parser.parse(text);
    return parser.finish();
  } catch (error) {
    if (error instanceof Unparsable) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new Unparsable(message.charAt(0).toLowerCase() + message.slice(1), parser.offset);
  }
}

interface Source {
  readonly parser: LocatedTomlParser;
  readonly text: string;
  readonly list: ScalarList;
}

/** @param outer where the container is written, as far as that is known */
function collect(container: object, path: KeyPath, outer: Span, source: Source): void {
  if (path.length > deepestNesting) throw tooDeep(outer.start);
  for (const [name, value] of Object.entries(container)) {
    const isList = Array.isArray(container);
    const key = isList ? Number(name) : name;
    const below = [...path, isList ? Number(name) : name.slice(keyMark.length)];
    const span = source.parser.spanOf(container, key);
    if (isContainer(value)) collect(value, below, span ?? outer, source);
    else if (span !== undefined) addScalar(value, below, trimmed(source.text, span), source);
  }
}

/** Dates are objects of a class; tables and lists are not. */
function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/** A date swallows the space after it, where a time could follow. */
function trimmed(text: string, span: Span): Span {
  let { end } = span;
  while (text[end - 1] === " ") end -= 1;
  return { start: span.start, end };
}

function addScalar(value: unknown, path: KeyPath, span: Span, source: Source): void {
  const written = source.text.slice(span.start, span.end);
  const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  const large = typeof value === "bigint" ? Number(written.replaceAll("_", "")) : written;
  source.list.add(path, plain ? value : large, span, marginsOf(written, value));
}

function marginsOf(written: string, value: unknown): Margins {
  if (typeof value !== "string") return noMargins;
  const isMultiline = written.startsWith('"""') || written.startsWith("'''");
  return isMultiline ? threeQuotes : oneQuote;
}

const threeQuotes: Margins = { before: 3, after: 3 };
