import type { Span } from "../text/span.ts";
import type { KeyPath } from "./document.ts";
import { isExplicitKey, readKey, readValue, skipSpaces } from "./one-line-yaml.ts";
import { deepestNesting, type ScalarList } from "./scalar-list.ts";

/** Parses the lines of a span as a mapping below a key path; false when it cannot. */
export type PartParser = (part: Span, path: KeyPath) => boolean;

interface Block {
  readonly indent: number;
  readonly path: KeyPath;
  /** The index of the next item; null for a mapping. */
  index: number | null;
}

/** A line with content, from its first to its last character that is not white space. */
interface Line {
  /** Where the line starts, before its indentation. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
}

/** What would need the whole grammar: tabs, lone carriage returns, and byte order marks within the text. */
const irregularCharacters = /[\t\uFEFF]|\r(?!\n)/u;

/**
 * Collects the values of YAML in the regular form that lockfiles and other machines' files have, in a tenth of the
 * time that the full grammar takes: block mappings with one entry per line, lists of scalars, and flow collections that
 * end on their line. An entry whose value is written in any other way is handed on alone.
 * @returns false when the text has a structure of another form, so that all of it has to be parsed in another way; the
 * list may then hold some values already
 */
export function collectRegularYaml(text: string, list: ScalarList, parsePart: PartParser): boolean {
  if (irregularCharacters.test(text)) return false;
  const blocks: Block[] = [];
  /** The key path whose value starts on a later line. */
  let awaited: KeyPath | null = [];
  for (let line = lineAt(text, 0); line !== null; line = lineAt(text, line.next)) {
    const block = blockOf(text, line, blocks, awaited);
    if (block === null) return false;
    awaited = null;
    if (block.index !== null) {
      const start = skipSpaces(text, line.start + 2);
      if (!readValue(text, { start, end: line.end }, [...block.path, block.index], list)) return false;
      block.index += 1;
      continue;
    }
    const known = list.scalars.length;
    const entry = readEntry(text, line, block.path, list);
    if (entry !== "irregular") {
      awaited = entry;
      continue;
    }
    list.keep(known);
    if (!hasPlainKey(text, line)) return false;
    const next = endOfEntry(text, line);
    if (!parsePart({ start: line.from, end: next }, block.path)) return false;
    line = { ...line, next };
  }
  return awaited === null;
}

/** The next line that has content and is not a comment; null at the end of the text. */
function lineAt(text: string, offset: number): Line | null {
  for (let from = offset; from < text.length; ) {
    const lineBreak = text.indexOf("\n", from);
    const next = lineBreak === -1 ? text.length : lineBreak + 1;
    let start = from;
    while (text[start] === " ") start += 1;
    let end = lineBreak === -1 ? text.length : lineBreak;
    if (text[end - 1] === "\r") end -= 1;
    while (end > start && text[end - 1] === " ") end -= 1;
    if (end > start && text[start] !== "#") return { from, start, end, next };
    from = next;
  }
  return null;
}

/** The block to which a line belongs, opened when a value is awaited; null when the indentation is another. */
function blockOf(text: string, line: Line, blocks: Block[], awaited: KeyPath | null): Block | null {
  const indent = line.start - line.from;
  const isItem = text.startsWith("- ", line.start);
  if (indent === 0 && (text.startsWith("---", line.start) || text.startsWith("...", line.start))) return null;
  if (awaited !== null) {
    const outer = blocks.at(-1);
    if (awaited.length > deepestNesting) return null;
    // The items of a list may stand as far left as the key that they belong to.
    if (outer !== undefined && indent < outer.indent + (isItem ? 0 : 1)) return null;
    blocks.push({ indent, path: awaited, index: isItem ? 0 : null });
  }
  let block = blocks.at(-1);
  while (
    block !== undefined &&
    (block.indent > indent || (block.indent === indent && block.index !== null && !isItem))
  ) {
    blocks.pop();
    block = blocks.at(-1);
  }
  return block?.indent === indent && (block.index !== null) === isItem ? block : null;
}

/** Reads `key: value`; the key path when the value is to follow on the next lines. */
function readEntry(text: string, line: Line, outer: KeyPath, list: ScalarList): KeyPath | null | "irregular" {
  const key = readKey(text, line.start, line.end);
  if (key === null) return "irregular";
  const path = [...outer, key.name];
  if (key.end === line.end) return path;
  const start = skipSpaces(text, key.end);
  return readValue(text, { start, end: line.end }, path, list) ? null : "irregular";
}

/** Whether it is certain where the key ends, so that nothing but the value can be irregular. */
function hasPlainKey(text: string, { start, end }: Line): boolean {
  return readKey(text, start, end) !== null || isExplicitKey(text, start, end);
}

/** An entry goes on as long as lines are indented deeper, or give the value of an explicit key. */
function endOfEntry(text: string, entry: Line): number {
  const indent = entry.start - entry.from;
  const isExplicit = text.startsWith("? ", entry.start);
  for (let line = lineAt(text, entry.next); line !== null; line = lineAt(text, line.next)) {
    const deeper = line.start - line.from - indent;
    const isItsValue = isExplicit && deeper === 0 && text.startsWith(":", line.start);
    if (deeper <= 0 && !isItsValue) return line.from;
  }
  return text.length;
}
