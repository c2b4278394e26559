import { callFunction, isFunction } from "./functions/functions.ts";
import type { Make } from "./make.ts";
import { closingOf, findOutside } from "./reading/references.ts";
import { substituted, wordsOf } from "./words.ts";

/** Nobody nests so deeply, and our own stack has an end. */
const deepest = 200;
const maxLength = 32 * 1024 * 1024;

/** Puts values for all references of a text. */
export function expandText(make: Make, text: string): string {
  if (!text.includes("$")) return text;
  make.host.tick();
  if (make.depth >= deepest) make.refuse("references that nest more than 200 levels deep");
  make.depth += 1;
  try {
    const pieces: string[] = [];
    let [length, at] = [0, 0];
    for (let next = text.indexOf("$"); next !== -1; next = text.indexOf("$", at)) {
      pieces.push(text.slice(at, next));
      const { value, end } = referenceAt(make, text, next + 1);
      pieces.push(value);
      length += value.length;
      if (length > maxLength) make.refuse("a text of more than 32 Mi characters");
      at = end;
    }
    pieces.push(text.slice(at));
    return pieces.join("");
  } finally {
    make.depth -= 1;
  }
}

function referenceAt(make: Make, text: string, at: number): { value: string; end: number } {
  const first = text[at];
  if (first === undefined) return { value: "", end: at };
  if (first === "$") return { value: "$", end: at + 1 };
  if (first !== "(" && first !== "{") return { value: make.valueOf(first), end: at + 1 };
  const close = closingOf(text, at);
  if (close === text.length) make.fail("unterminated variable reference.");
  return { value: reference(make, text.slice(at + 1, close), first), end: close + 1 };
}

function reference(make: Make, inside: string, open: string): string {
  const name = /^[a-z-]+(?=[ \t\n])/.exec(inside)?.[0] ?? "";
  const rest = name === "" ? undefined : inside.slice(name.length).trimStart();
  if (rest !== undefined && isFunction(name)) return callFunction(make, name, rest, open);
  if (rest !== undefined && /^(?:guile|let|intcmp)$/.test(name)) make.refuse(`the function ${name}`);
  const whole = inside.includes("$") ? expandText(make, inside) : inside;
  const colon = findOutside(whole, ":");
  const equals = colon === -1 ? -1 : whole.indexOf("=", colon);
  if (equals === -1) return make.valueOf(whole);
  const [from, to] = [whole.slice(colon + 1, equals), whole.slice(equals + 1)];
  const [pattern, replacement] = /(?:^|[^\\])%/.test(from) ? [from, to] : [`%${from}`, `%${to}`];
  return wordsOf(make.valueOf(whole.slice(0, colon)))
    .map((word) => substituted(pattern, replacement, word))
    .join(" ");
}
