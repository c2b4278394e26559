import type { Make } from "../make.ts";
import { findOutside } from "./references.ts";

interface Level {
  /** One of the branches has been taken. */
  isDone: boolean;
  isActive: boolean;
  sawElse: boolean;
}

const directive = /^\s*(ifdef|ifndef|ifeq|ifneq|else|endif)(?=[\s("']|$)(.*)$/s;

/** The conditionals around the line that is being read. */
export class Conditionals {
  readonly #levels: Level[] = [];

  get isIgnoring(): boolean {
    return this.#levels.some(({ isActive }) => !isActive);
  }

  get areOpen(): boolean {
    return this.#levels.length > 0;
  }

  /** True for a line that is a conditional and has been taken into account. */
  take(make: Make, line: string): boolean {
    const [, word = "", rest = ""] = directive.exec(line) ?? [];
    if (word === "") return false;
    const level = this.#levels.at(-1);
    if (word === "endif") {
      if (level === undefined) make.fail("extraneous 'endif'.");
      this.#levels.pop();
    } else if (word === "else") {
      if (level === undefined) make.fail("extraneous 'else'.");
      if (level.sawElse) make.fail("only one 'else' per conditional.");
      this.#otherwise(make, level, rest.trim());
    } else {
      const isActive = !this.isIgnoring && holds(make, word, rest.trim());
      this.#levels.push({ isDone: isActive || this.isIgnoring, isActive, sawElse: false });
    }
    return true;
  }

  #otherwise(make: Make, level: Level, rest: string): void {
    const [, word = "", condition = ""] = directive.exec(rest) ?? [];
    if (word === "") level.sawElse = true;
    level.isActive = false;
    const isOutside = this.#levels.slice(0, -1).every(({ isActive }) => isActive);
    level.isActive = isOutside && !level.isDone && (word === "" || holds(make, word, condition.trim()));
    level.isDone ||= level.isActive;
  }
}

function holds(make: Make, word: string, text: string): boolean {
  if (word === "ifdef" || word === "ifndef") {
    const held = make.variables.get(make.expand(text).trim());
    return (held !== null && held.value !== "") === (word === "ifdef");
  }
  const sides = sidesOf(text);
  if (sides === null) return make.fail("invalid syntax in conditional.");
  const [left, right] = sides.map((side) => make.expand(side));
  return (left === right) === (word === "ifeq");
}

/** `(a,b)`, `"a" "b"` or `'a' 'b'`. */
function sidesOf(text: string): [string, string] | null {
  if (/^["']/.test(text)) {
    const end = text.indexOf(text[0] ?? "", 1);
    const second = text.slice(end + 1).trim();
    const isQuoted =
      end !== -1 && second.length > 1 && /^["']/.test(second) && second.endsWith(second[0] ?? "");
    return isQuoted ? [text.slice(1, end), second.slice(1, -1)] : null;
  }
  if (!text.startsWith("(") || !text.endsWith(")")) return null;
  const inside = text.slice(1, -1);
  const comma = commaOf(inside);
  return comma === -1 ? null : [inside.slice(0, comma).trimEnd(), inside.slice(comma + 1).trimStart()];
}

/** The comma between both sides, which stands outside of references and parentheses. */
function commaOf(inside: string): number {
  let depth = 0;
  for (let at = findOutside(inside, "(),"); at !== -1; at = findOutside(inside, "(),", at + 1)) {
    if (inside[at] === "(") depth += 1;
    else if (inside[at] === ")") depth -= 1;
    else if (depth === 0) return at;
  }
  return -1;
}
