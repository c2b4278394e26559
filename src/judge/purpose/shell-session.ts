import type { Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";
import { fence, reach } from "./lines-above.ts";

/** A line of a shell as documents show it: `$ lumen --version`. */
const prompt = /^\s{0,40}(?:(?:\/\/|#|\*)\s)?[$%]\s\S/u;

/** What ends a piece of code, and a remark, behind which another command may stand. */
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
