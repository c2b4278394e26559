import type { Document, KeyPath, Scalar } from "../repository/documents/document.ts";
import { contains, type Span } from "../repository/text/span.ts";

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

/** What a file holds, each with the index of the first scalar or header by the name of its key path. */
interface Contents {
  readonly text: string;
  readonly scalars: readonly Scalar[];
  readonly headers: readonly Header[];
  readonly scalarAt: ReadonlyMap<string, number>;
  /** The first scalar at or below a key path. */
  readonly scalarBelow: ReadonlyMap<string, number>;
  readonly headerAt: ReadonlyMap<string, number>;
}

/** Reads the places of a TOML text from its document. The document gives values only, so keys are sought before them. */
export function tomlPlaces(text: string, document: Document): TomlPlaces {
  const { scalars } = document;
  const headers = headersOf(text, scalars);
  const contents: Contents = {
    text,
    scalars,
    headers,
    scalarAt: firstByName(scalars.map(({ path }) => [path])),
    scalarBelow: firstByName(scalars.map(({ path }) => path.map((_, depth) => path.slice(0, depth + 1)))),
    headerAt: firstByName(headers.map(({ path }) => [path])),
  };
  const key = (path: KeyPath): Span => {
    if (path.length === 0) return { start: 0, end: 0 };
    const header = headers[contents.headerAt.get(nameOf(path)) ?? -1];
    return (
      header?.span ?? keyBefore(contents, path) ?? keyOfNothing(contents, path) ?? key(path.slice(0, -1))
    );
  };
  return {
    key,
    value: (path) => scalars[contents.scalarAt.get(nameOf(path)) ?? -1]?.span ?? key(path),
  };
}

/** A configuration can have tens of thousands of tables, so no list is searched for each of them. */
function firstByName(paths: readonly (readonly KeyPath[])[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [index, each] of paths.entries()) {
    for (const name of each.map(nameOf)) if (!first.has(name)) first.set(name, index);
  }
  return first;
}

function nameOf(path: KeyPath): string {
  return JSON.stringify(path);
}

/** The key of an empty list or table, which holds no value to seek before, within the table that it stands in. */
function keyOfNothing({ text, headers, headerAt }: Contents, path: KeyPath): Span | null {
  const table = headerAt.get(nameOf(path.slice(0, -1))) ?? -1;
  const from = headers[table]?.span.end ?? 0;
  const to = headers[table + 1]?.span.start ?? text.length;
  const name = String(path.at(-1));
  for (const match of text.slice(from, to).matchAll(/^[ \t]*["']?([\w-]+)["']?[ \t]*=/gm)) {
    if (match[1] !== name) continue;
    const start = from + match.index + match[0].indexOf(name);
    return { start, end: start + name.length };
  }
  return null;
}

/** The key stands between the value before and the first value under the path. */
function keyBefore({ text, scalars, scalarBelow }: Contents, path: KeyPath): Span | null {
  const index = scalarBelow.get(nameOf(path)) ?? -1;
  const first = scalars[index];
  if (first === undefined) return null;
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
  const spans = scalars.map(({ span }) => span).sort((a, b) => a.start - b.start);
  let next = 0;
  for (const match of text.matchAll(/^[ \t]*(\[\[?)([^[\]\n]+)\]/gm)) {
    const bracket = match[1] ?? "";
    const start = match.index + match[0].indexOf("[");
    const span = { start, end: match.index + match[0].length + bracket.length - 1 };
    while ((spans[next]?.start ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const before = spans[next - 1];
    if (before !== undefined && contains(before, span)) continue;
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
