import type { Document, KeyPath, Scalar } from "../parse/document.ts";
import { contains, type Span } from "../parse/span.ts";

/** Where the parts of a TOML file are written, so that a problem or a finding can point at them. */
export interface TomlPlaces {
  /** The value at a key path; where there is no scalar, the key or the nearest table around it. */
  value(path: KeyPath): Span;
  /** The key that a key path ends in, or the header of the table that it names. */
  key(path: KeyPath): Span;
}

interface Header {
  readonly span: Span;
  readonly path: KeyPath;
}

/** Reads the places of a TOML text from its document. The document gives values only, so keys are sought before them. */
export function tomlPlaces(text: string, document: Document): TomlPlaces {
  const headers = headersOf(text, document.scalars);
  const find = (path: KeyPath): Span =>
    keyBefore(text, document.scalars, path) ??
    headers.find((header) => samePath(header.path, path))?.span ??
    (path.length === 0 ? { start: 0, end: 0 } : find(path.slice(0, -1)));
  return {
    key: (path) => headerOf(headers, path) ?? find(path),
    value: (path) => document.scalars.find((scalar) => samePath(scalar.path, path))?.span ?? find(path),
  };
}

function headerOf(headers: readonly Header[], path: KeyPath): Span | undefined {
  return headers.find((header) => samePath(header.path, path))?.span;
}

/** The key stands between the value before and the first value under the path. */
function keyBefore(text: string, scalars: readonly Scalar[], path: KeyPath): Span | null {
  const index = scalars.findIndex((scalar) => path.every((key, depth) => scalar.path[depth] === key));
  const first = scalars[index];
  if (first === undefined || path.length === 0) return null;
  const from = scalars[index - 1]?.span.end ?? 0;
  const gap = text.slice(from, first.span.start).replace(/#[^\n]*/g, (comment) => " ".repeat(comment.length));
  const key = path.at(-1);
  const sought = typeof key === "number" ? "{" : key;
  const at = sought === undefined ? -1 : gap.lastIndexOf(sought);
  if (sought === undefined || at === -1) return null;
  return { start: from + at, end: from + at + sought.length };
}

/** Every `[table]` and `[[table]]` line, an array's element counted by its position. */
function headersOf(text: string, scalars: readonly Scalar[]): Header[] {
  const headers: Header[] = [];
  const counts = new Map<string, number>();
  for (const match of text.matchAll(/^[ \t]*(\[\[?)([^[\]\n]+)\]/gm)) {
    const bracket = match[1] ?? "";
    const start = match.index + match[0].indexOf("[");
    const span = { start, end: match.index + match[0].length + bracket.length - 1 };
    if (scalars.some((scalar) => contains(scalar.span, span))) continue;
    const names = (match[2] ?? "").split(".").map((name) => name.trim().replace(/^["']|["']$/g, ""));
    const name = names.join(".");
    if (bracket === "[[") counts.set(name, (counts.get(name) ?? -1) + 1);
    headers.push({ span, path: indexed(names, counts) });
  }
  return headers;
}

/** Puts the current index behind every name that is an array of tables. */
function indexed(names: readonly string[], counts: ReadonlyMap<string, number>): KeyPath {
  return names.flatMap((name, depth) => {
    const index = counts.get(names.slice(0, depth + 1).join("."));
    return index === undefined ? [name] : [name, index];
  });
}

function samePath(a: KeyPath, b: KeyPath): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
