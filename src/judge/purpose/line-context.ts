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

/** A line of a shell as documents show it: `$ lumen --version`. */
const prompt = /^\s{0,40}(?:(?:\/\/|#|\*)\s)?[$%]\s\S/u;

/** What opens or closes a piece of code. */
const fence = /^\s{0,40}(?:`{3}|~{3})/u;
/** The same, and a remark, behind which another command may stand. */
const ends = /^\s{0,40}(?:`{3}|~{3}|#\s(?!\$))/u;
/** What begins a text that a shell is given to its end. */
const given = /<<-?["'\\]?\w/u;

/** How many lines of what was printed are looked at. */
const linesPrinted = 12;

/** True for what a document shows of a session: lines below one of a shell, and the one whose version they repeat. */
export function isPrinted(repository: Repository, path: string, span: Span): boolean {
  const index = repository.lines(path);
  const { line: own } = repository.locate(path, span);
  const numbers = Array.from({ length: linesPrinted + 1 }, (_, up) => own - up).filter((at) => at >= 1);
  const [line = "", ...above] = numbers.map((at) => index.lineText(at).slice(0, reach));
  if (prompt.test(line)) return isRepeatedBelow(repository, path, span);
  const at = above.findIndex((each) => prompt.test(each) || ends.test(each));
  const command = above[at];
  if (command === undefined || ends.test(command) || given.test(command) || command.endsWith("\\"))
    return false;
  // Outside of a piece of code only the next line is sure to be printed.
  return at === 0 || above.slice(at).some((line) => fence.test(line));
}

/** True where the lines that the command of a piece of code printed name its version. */
function isRepeatedBelow(repository: Repository, path: string, span: Span): boolean {
  const text = repository.read(path) ?? "";
  const below = text.slice(text.indexOf("\n", span.end) + 1, span.end + linesPrinted * reach).split("\n");
  const end = below.findIndex((line) => prompt.test(line) || fence.test(line));
  return below
    .slice(0, end === -1 ? linesPrinted : end)
    .some((line) => line.includes(text.slice(span.start, span.end)));
}
