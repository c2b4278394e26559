import type { Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";
import { isProse } from "./prose.ts";

/** How far around a version its line is looked at; a minified file is one line of many megabytes. */
const reach = 160;

/** What stands on the same line as a version, at most 160 UTF-16 code units to either side. */
export interface LineContext {
  /** The end of the line above and a blank, where its sentence goes on in this line. */
  readonly above?: string;
  readonly before: string;
  readonly after: string;
}

/** Cuts the surroundings of a span out of its line. */
export function lineContext(repository: Repository, path: string, span: Span): LineContext {
  const text = repository.read(path);
  if (text === null) throw new Error(`${path} holds an occurrence but no text`);
  const before = text.slice(Math.max(0, span.start - reach), span.start);
  const after = text.slice(span.end, span.end + reach);
  const end = after.search(/[\r\n]/u);
  return {
    before: before.slice(before.lastIndexOf("\n") + 1),
    after: end === -1 ? after : after.slice(0, end),
  };
}

/** What begins a line of a comment, with the blanks around it. */
const commentMark = /^\s{0,40}(?:\/\/[/!]?|#|\*|--|;)\s{1,4}/u;

/** What begins an item, a heading, a row, a fence or a quote, with which no sentence goes on. */
const block = /^\s{0,40}(?:[-*+>|#=.]|\d{1,3}[.)]\s|`{3}|~{3})/u;

/** The same, with the end of the line above where a sentence of prose or of a comment goes on from there. */
export function sentenceContext(repository: Repository, path: string, span: Span): LineContext {
  const context = lineContext(repository, path, span);
  const [previous] = linesAbove(repository, path, span);
  if (previous === undefined) return context;
  const isComment = commentMark.test(previous) && commentMark.test(context.before);
  if (!isComment && (!isProse(path) || block.test(context.before))) return context;
  const above = (isComment ? previous.replace(commentMark, "") : previous).trim();
  if (above === "" || /[.:;!?|]$|^(?:`{3}|~{3}|#|\|)/u.test(above)) return context;
  return { ...context, before: context.before.replace(commentMark, ""), above: `${above} ` };
}

/** A line of a shell as documents show it: `$ lumen --version`. */
const prompt = /^\s{0,40}(?:(?:\/\/|#|\*)\s)?[$%]\s\S/u;

/** True for a line below one of a shell: it shows what the command printed. */
export function isPrinted(repository: Repository, path: string, span: Span): boolean {
  const [previous = ""] = linesAbove(repository, path, span, 1);
  return (
    prompt.test(previous) &&
    !previous.endsWith("\\") &&
    !prompt.test(lineContext(repository, path, span).before)
  );
}

/** What opens and closes a piece of code in a document. */
const fence = /^\s{0,40}(?:`{3}|~{3})/u;

/** The line of a comment, also one without a blank behind its mark. */
const comment = /^\s{0,40}(?:\/\/|#|\*|--|;)/u;

/**
 * What leads to a line: the next one above that says something; in a piece of code of a document the comments above it and
 * the line that leads to the piece. Empty where there is nothing within reach.
 */
export function leadIn(repository: Repository, path: string, span: Span): string {
  const above = linesAbove(repository, path, span, linesOfCode);
  const opened = isProse(path) ? above.findIndex((line) => fence.test(line)) : -1;
  const comments = opened === -1 ? [] : above.slice(0, opened).filter((line) => comment.test(line));
  const lead = above.slice(opened + 1, opened + 1 + linesLookedAt).find((line) => line.trim() !== "");
  return [lead ?? "", ...comments.toReversed()].join("\n");
}

/** A heading of Markdown or of AsciiDoc below the title. One mark alone begins comments as well, in the code between. */
const heading = /^([#=])\1{1,5}(?=\s)/u;

/** The headings under which a line of a document stands, the innermost first, each with its marks. */
export function headingsAbove(repository: Repository, path: string, span: Span): string[] {
  const found: string[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (const line of linesAbove(repository, path, span, linesOfSection)) {
    const marks = heading.exec(line)?.[0].length ?? level;
    if (marks >= level) continue;
    level = marks;
    found.push(line);
  }
  return found;
}

/** How many lines of a section are looked at. */
const linesOfSection = 200;

/** How many lines above are looked at. */
const linesLookedAt = 4;
/** And how many of a piece of code. */
const linesOfCode = 12;

/** The lines right above that of a span, the nearest first, each without its end and cut to what is looked at. */
function linesAbove(repository: Repository, path: string, span: Span, count = linesLookedAt): string[] {
  const index = repository.lines(path);
  const { line } = repository.locate(path, span);
  const numbers = Array.from({ length: count }, (_, up) => line - 1 - up).filter((at) => at >= 1);
  return numbers.map((at) => index.lineText(at).slice(-reach));
}
