import { type Program, Refused } from "../../host/desk/program.ts";
import { posixPattern } from "../regex/pattern.ts";

/** The operators of two operands, those that bind least first. */
const levels: readonly (readonly string[])[] = [
  ["|"],
  ["&"],
  ["<", "<=", "=", "==", "!=", ">=", ">"],
  ["+", "-"],
  ["*", "/", "%"],
  [":"],
];

/**
 * `expr`: numbers, comparisons, `:` and `match`, `substr`, `index`, `length`.
 * Source: https://www.gnu.org/software/coreutils/manual/html_node/expr-invocation.html
 */
export const expr: Program = ({ args }) => {
  if (args.length === 0) return { stdout: "", stderr: "expr: missing operand\n", exitCode: 2 };
  const reader = new Reader(args);
  const value = reader.whole();
  if (value === null) return { stdout: "", stderr: "expr: syntax error\n", exitCode: 2 };
  return { stdout: `${value}\n`, stderr: "", exitCode: isNull(value) ? 1 : 0 };
};

class Reader {
  readonly #words: readonly string[];
  #at = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  /** Null where the words are no expression. */
  whole(): string | null {
    try {
      const value = this.#level(0);
      return this.#at === this.#words.length ? value : null;
    } catch (error) {
      if (error instanceof ExpressionError) return null;
      throw error;
    }
  }

  #level(depth: number): string {
    const operators = levels[depth];
    if (operators === undefined) return this.#operand();
    let left = this.#level(depth + 1);
    for (
      let operator = this.#words[this.#at] ?? "";
      operators.includes(operator);
      operator = this.#words[this.#at] ?? ""
    ) {
      this.#at += 1;
      left = apply(left, operator, this.#level(depth + 1));
    }
    return left;
  }

  #operand(): string {
    const word = this.#take();
    if (word === "(") {
      const value = this.#level(0);
      if (this.#take() !== ")") throw new ExpressionError();
      return value;
    }
    if (word === "+") return this.#take();
    if (this.#at < this.#words.length && /^(?:match|substr|index|length)$/.test(word))
      return this.#function(word);
    if (word === ")") throw new ExpressionError();
    return word;
  }

  #function(name: string): string {
    const text = this.#operand();
    if (name === "length") return String([...text].length);
    const second = this.#operand();
    if (name === "match") return matched(text, second);
    if (name === "index") return String([...text].findIndex((one) => second.includes(one)) + 1);
    const [position, length] = [Number(second), Number(this.#operand())];
    const isPart = position >= 1 && length >= 1;
    return isPart ? [...text].slice(position - 1, position - 1 + length).join("") : "";
  }

  #take(): string {
    const word = this.#words[this.#at++];
    if (word === undefined) throw new ExpressionError();
    return word;
  }
}

/** The words are no expression, or it has no value; `expr` says so and ends with 2. */
class ExpressionError extends Error {}

function isNull(value: string): boolean {
  return value === "" || /^-?0+$/.test(value);
}

function isInteger(text: string): boolean {
  return /^-?[0-9]+$/.test(text);
}

function apply(left: string, operator: string, right: string): string {
  if (operator === "|") return !isNull(left) ? left : isNull(right) ? "0" : right;
  if (operator === "&") return isNull(left) || isNull(right) ? "0" : left;
  if (operator === ":") return matched(left, right);
  if (!/^[-+*/%]$/.test(operator)) return compared(left, operator, right) ? "1" : "0";
  if (!isInteger(left) || !isInteger(right)) throw new ExpressionError();
  const [a, b] = [BigInt(left), BigInt(right)];
  if (/[/%]/.test(operator) && b === 0n) throw new ExpressionError();
  const results = {
    "+": () => a + b,
    "-": () => a - b,
    "*": () => a * b,
    "/": () => a / b,
    "%": () => a % b,
  };
  return String(results[operator as keyof typeof results]());
}

/** Numbers are compared as numbers, everything else by the bytes of the texts. */
function compared(left: string, operator: string, right: string): boolean {
  const order =
    isInteger(left) && isInteger(right)
      ? Number(BigInt(left) > BigInt(right)) - Number(BigInt(left) < BigInt(right))
      : Buffer.compare(Buffer.from(left), Buffer.from(right));
  if (operator === "=" || operator === "==") return order === 0;
  if (operator === "!=") return order !== 0;
  return order === 0 ? operator.endsWith("=") : order < 0 === operator.startsWith("<");
}

/** What a pattern matches at the start: its first group, or how many characters. */
function matched(text: string, source: string): string {
  if (/[^\0-\x7f]/.test(text))
    throw new Refused("expr", `: ${source}`, "how characters beyond ASCII count depends on the locale");
  const pattern = posixPattern("expr", source, {
    isExtended: false,
    ignoresCase: false,
    isMultiline: false,
    readEscape: null,
    escapesInBrackets: false,
    hasLooseBraces: false,
  });
  const found = pattern.find(text, 0);
  const isAtStart = found !== null && found.start === 0;
  if (pattern.groups === 0) return isAtStart ? String(found.end) : "0";
  const group = isAtStart ? found.group(1) : null;
  return group === null ? "" : text.slice(group.start, group.end);
}
