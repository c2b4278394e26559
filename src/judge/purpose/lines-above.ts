import type { Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";
import { isProse } from "./prose.ts";

/** How much of a line is looked at, in UTF-16 code units; a minified file is one line of many megabytes. */
export const reach = 160;

/** How many lines above are looked at for the end of a sentence or a lead. */
const linesLookedAt = 4;
/** And how many of a piece of code, and of a section. */
const linesOfCode = 12;
const linesOfSection = 200;

/** The lines right above that of a span, the nearest first, each without its end and cut to what is looked at. */
export function linesAbove(
  repository: Repository,
  path: string,
  span: Span,
  count = linesLookedAt,
): string[] {
  const index = repository.lines(path);
  const { line } = repository.locate(path, span);
  const numbers = Array.from({ length: count }, (_, up) => line - 1 - up).filter((at) => at >= 1);
  return numbers.map((at) => index.lineText(at).slice(-reach));
}

/** What opens and closes a piece of code in a document. */
export const fence = /^\s{0,40}(?:`{3}|~{3})/u;

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
