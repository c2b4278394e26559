import { hasWords } from "../text/has-words.ts";
import { LineIndex } from "../text/location.ts";
import type { Span } from "../text/span.ts";
import { documentLines } from "./document-lines.ts";

/** What every ignore in a comment starts with; a file without it holds none. */
export const ignoreMarker = "version-audit-ignore";

/** A comment that takes places out of the audit. */
export interface IgnoreComment {
  /** The marker with what follows it, up to the end of the reason. */
  readonly span: Span;
  /** The lines that it is about, 1-based and inclusive; null for the whole file. */
  readonly lines: { readonly first: number; readonly last: number } | null;
  /** Null when none is given; such a comment ignores nothing. */
  readonly reason: string | null;
  /** Why it can ignore nothing although it has a reason; null for a comment that can. */
  readonly flaw: string | null;
}

/** How deep into a file an ignore for all of it may stand. */
const fileMarkerLines = 20;

/** How far before the marker its comment may open; a minified file is one line of many megabytes. */
const reach = 160;

const marker = new RegExp(`${ignoreMarker}(-[\\w-]*)?(?!\\w)(?:[ \\t]*:([^\\r\\n]*))?`, "g");

/**
 * What opens a comment right before the marker: `//`, `#`, `/*`, `(*`, `<!--`, `--`, `;`, `%`, at the start of a line
 * `REM`, `::` (batch files) and `..` (reStructuredText), a further line of a block comment (`*`), and the key `"//"`, by
 * which package.json may hold remarks.
 */
const opening =
  /(?:\/\/[/!]*|(?:\{|<%)?#+|\{?\/\*+!?|\(\*+|<!--|;+|%+|(?:\{\{!)?--[ \t]|"\/\/"[ \t]*:[ \t]*"|^[ \t]*(?:\*|::|\.\.[ \t]|@?(?:REM|rem)[ \t]))[ \t]*$/;

/** A document has no other comments than these; its `#` is a heading. */
const documentOpening = /(?:<!--|\{\/\*)[ \t]*$/;
const document = /\.(?:md|mdx|markdown)$/i;

/** What ends a comment on its line, of templates (`{# #}`, `{{!-- --}}`, `<%# %>`) too. */
const closings = ["*/", "-->", "*)", "#}", "--}}", "%>"];

/** What a comment over several lines leaves for its last one. */
const closingLine = /^[ \t]*(?:\*+\/\}?|-->)[ \t]*$/;

/**
 * The ignores that stand in the comments of a file, in their order. The marker counts only where a comment opens right
 * before it, so prose and strings that speak of it are none.
 */
export function ignoreCommentsIn(path: string, text: string): IgnoreComment[] {
  if (!text.includes(ignoreMarker)) return [];
  const lines = new LineIndex(text);
  const prose = document.test(path) ? documentLines(lines) : null;
  const comments: IgnoreComment[] = [];
  for (const match of text.matchAll(marker)) {
    const before = lineStart(text, match.index);
    const opened = (prose === null ? opening : documentOpening).exec(before.text);
    const line = lines.position(match.index).line;
    if (opened === null || prose?.isCode(line) === true) continue;
    const front = before.text.slice(0, opened.index);
    if (prose === null ? isInString(front, path) : isExample(front, line, lines)) continue;
    const [written, suffix = "", rest = ""] = match;
    const { said, after } = splitAtClosing(rest, opened[0].startsWith('"') ? ['"'] : closings);
    const code = before.isWhole ? before.text.slice(0, opened.index) : "…";
    const isAlone = code.trim() === "" && after === "";
    const end = match.index + written.length - rest.length + said.length;
    comments.push({
      span: { start: match.index, end },
      lines: suffix === "-file" ? null : linesFor(line, isAlone, lines, prose),
      reason: hasWords(said) ? said.trim() : null,
      flaw: flawOf(suffix, line),
    });
  }
  return comments;
}

/** Languages in which a single quote opens a string; elsewhere it is as often an apostrophe or a lifetime. */
const singleQuoted = /\.(?:[cm]?[jt]sx?|php|py|rb)$/i;

/** True when a quote before the comment is still open, so that what looks like a comment is a part of a string. */
function isInString(front: string, path: string): boolean {
  const quotes = singleQuoted.test(path) ? ['"', "`", "'"] : ['"', "`"];
  return quotes.some((quote) => front.split(quote).length % 2 === 0);
}

/**
 * True for what Markdown shows as code: between backquotes, and on the line of an indented block, which belongs to no item
 * of a list.
 */
function isExample(front: string, line: number, lines: LineIndex): boolean {
  if (front.split("`").length % 2 === 0) return true;
  if (!/^(?: {4}|\t)\s*$/.test(front)) return false;
  let above = line - 1;
  while (above > 0 && /^(?: {4}|\t|\s*$)/.test(lines.lineText(above))) above--;
  return above === 0 || !/^ {0,3}(?:[-*+]|\d{1,9}[.)])\s/.test(lines.lineText(above));
}

/** The reason, and what stands behind the end of the comment, which without an end goes on to the end of the line. */
function splitAtClosing(rest: string, ends: readonly string[]): { said: string; after: string } {
  const [first] = ends
    .map((end) => ({ end, at: rest.indexOf(end) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at);
  if (first === undefined) return { said: rest.trimEnd(), after: "" };
  const after = rest.slice(first.at + first.end.length).replace(/^[},\s]+/, "");
  return { said: rest.slice(0, first.at).trimEnd(), after };
}

/** What stands before an offset on its line, as far as it is looked at. */
function lineStart(text: string, offset: number): { text: string; isWhole: boolean } {
  const start = Math.max(0, offset - reach);
  const before = text.slice(start, offset);
  const breaks = before.lastIndexOf("\n");
  return { text: before.slice(breaks + 1), isWhole: breaks !== -1 || start === 0 };
}

/** A comment behind code is about its own line, a comment of its own also about the next line or fenced block. */
function linesFor(
  line: number,
  isAlone: boolean,
  lines: LineIndex,
  prose: ReturnType<typeof documentLines> | null,
): IgnoreComment["lines"] {
  if (!isAlone) return { first: line, last: line };
  let next = line + 1;
  if (next <= lines.lineCount && closingLine.test(lines.lineText(next))) next++;
  if (prose === null) return { first: line, last: next };
  while (next < lines.lineCount && lines.lineText(next).trim() === "") next++;
  return { first: line, last: prose.endOfBlock(next) };
}

function flawOf(suffix: string, line: number): string | null {
  if (suffix === "") return null;
  if (suffix !== "-file") return `there is no ${ignoreMarker}${suffix}`;
  return line > fileMarkerLines ? `it stands below line ${fileMarkerLines}` : null;
}
