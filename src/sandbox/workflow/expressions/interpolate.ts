import { type Contexts, evaluate } from "./evaluate.ts";
import { textOf, truth, Unknown } from "./value.ts";

const opening = "${{";
const closing = "}}";

/** A text with its expressions `${{ … }}` filled in; an Unknown where one of them is not known. */
export function interpolate(text: string, contexts: Contexts): string | Unknown {
  let filled = "";
  let at = 0;
  for (let start = text.indexOf(opening); start !== -1; start = text.indexOf(opening, at)) {
    const end = endOf(text, start + opening.length);
    if (end === -1) break;
    const value = textOf(evaluate(text.slice(start + opening.length, end), contexts));
    if (value instanceof Unknown) return value;
    filled += text.slice(at, start) + value;
    at = end + closing.length;
  }
  return filled + text.slice(at);
}

/** Where an expression ends: what stands between quotes is no end. */
function endOf(text: string, start: number): number {
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "'") isQuoted = !isQuoted;
    else if (!isQuoted && text.startsWith(closing, at)) return at;
  }
  return -1;
}

/** Whether an `if:` lets something run; without a word about the state of the job, only as long as nothing has failed. */
export function isMet(condition: string, contexts: Contexts): boolean | Unknown {
  const source = bare(condition.trim());
  const asksForState = /\b(?:always|cancelled|failure|success)\s*\(/i.test(source);
  if (contexts.hasFailed && !asksForState) return false;
  return truth(evaluate(source, contexts));
}

function bare(condition: string): string {
  const isEnclosed = condition.startsWith(opening) && condition.endsWith(closing);
  return isEnclosed ? condition.slice(opening.length, -closing.length) : condition;
}
