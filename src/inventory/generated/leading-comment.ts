import type { Span } from "../../repository/text/span.ts";

/** One line of the comments that open a file. */
export interface CommentLine {
  /** Without the comment's own marks and without surrounding blanks. */
  readonly content: string;
  /** The comment that the line belongs to: lines that follow each other without a gap. */
  readonly comment: number;
  readonly span: Span;
}

type Block = readonly [open: string, close: string];

/** Comments that run over several lines, in the languages that have them. */
const blocks: readonly Block[] = [
  ["/*", "*/"],
  ["<!--", "-->"],
  ['"""', '"""'],
  ["'''", "'''"],
  ["<#", "#>"],
  ["(*", "*)"],
  ["{-", "-}"],
];
const lineComment = /^(?:\/\/|#(?!!)|--|;|%|rem\s|dnl\s)/i;

/** https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#comments, and no target, footnote or directive. */
const markupComment = /^\.\.\s+(?![_[|]|[\w-]+::)\S/;

/** What may stand before the first comment without being code. */
const preamble = /^(?:#!|<\?xml|<\?php|<!doctype|["']use \w+["'];?$|@charset\b)/i;

/**
 * The lines of the comments at the start of a file, up to the first line of code. In a document a `#` starts a heading,
 * so only its block comments count, and those of reStructuredText.
 */
export function leadingComment(text: string, isDocument: boolean): CommentLine[] {
  const lines: CommentLine[] = [];
  let close: string | null = null;
  let comment = 0;
  let start = 0;
  for (const written of text.split("\n")) {
    const line = written.trim();
    const opened: Block | undefined =
      close === null ? blocks.find(([open]) => line.startsWith(open)) : undefined;
    const isComment =
      close !== null || opened !== undefined || (isDocument ? markupComment : lineComment).test(line);
    if (isComment) {
      lines.push({ content: withoutMarks(line), comment, span: { start, end: start + written.length } });
    } else {
      if (line !== "" && !preamble.test(line)) return lines;
      comment++;
    }
    if (opened !== undefined) close = line.includes(opened[1], opened[0].length) ? null : opened[1];
    else if (close !== null && line.includes(close)) close = null;
    start += written.length + 1;
  }
  return lines;
}

function withoutMarks(line: string): string {
  return line
    .replace(/^\.\.\s+/, "")
    .replace(/^(?:[/*#;%!<"'({|=~+-]|\s|rem\s|dnl\s)+/i, "")
    .replace(/(?:[\s*/#]|-->|"""|''')+$/, "");
}
