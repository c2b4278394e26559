import type { Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";
import { linesAbove, reach } from "./lines-above.ts";
import { isProse } from "./prose.ts";

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
