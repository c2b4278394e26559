import { type Contexts, evaluate } from "./evaluate.ts";
import { isList, textOf, truth, Unknown, type Value } from "./value.ts";

const opening = "${{";
const closing = "}}";

/** A text with its expressions `${{ … }}` filled in; an Unknown where one of them is not known. */
export function interpolate(text: string, contexts: Contexts): string | Unknown {
  let done = "";
  let at = 0;
  for (let start = text.indexOf(opening); start !== -1; start = text.indexOf(opening, at)) {
    const end = endOf(text, start + opening.length);
    if (end === -1) break;
    const value = textOf(evaluate(text.slice(start + opening.length, end), contexts));
    if (value instanceof Unknown) return value;
    done += text.slice(at, start) + value;
    at = end + closing.length;
  }
  return done + text.slice(at);
}

/** A value as a workflow writes it, with the expressions in its texts filled in; one that is nothing else keeps its kind. */
export function filled(value: Value, contexts: Contexts): Value {
  if (typeof value === "string") {
    const whole = value.trim();
    const isWhole =
      whole.startsWith(opening) && endOf(whole, opening.length) + closing.length === whole.length;
    return isWhole
      ? evaluate(whole.slice(opening.length, -closing.length), contexts)
      : interpolate(value, contexts);
  }
  if (isList(value)) return value.map((one) => filled(one, contexts));
  if (typeof value !== "object" || value === null || value instanceof Unknown) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, contexts)]));
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
