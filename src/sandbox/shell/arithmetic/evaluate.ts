import { calculate, readDigits, truth, wrap } from "./integers.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** What an expression reads and sets. */
export interface Places {
  /** The value of a variable or of an element `name[subscript]`; null when it is not set. */
  read(place: string): string | null;
  write(place: string, value: string): void;
  /** True where `**`, `++`, `--` and `,` are known. */
  readonly isBash: boolean;
}

/** An expression that cannot be evaluated. The message has no full stop. */
export class ArithmeticError extends Error {}

/** The values of variables are expressions themselves; so deep they may lead. */
const maxDepth = 50;

const assignments = ["=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "^=", "|="];

const levels: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["|"],
  ["^"],
  ["&"],
  ["==", "!="],
  ["<=", ">=", "<", ">"],
  ["<<", ">>"],
  ["+", "-"],
  ["*", "/", "%"],
];

/** The value of an arithmetic expression in 64 bits. Throws an ArithmeticError. */
export function evaluateArithmetic(expression: string, places: Places, depth = 0): bigint {
  if (depth > maxDepth) throw new ArithmeticError("expression recursion level exceeded");
  const tokens = tokensOf(expression);
  if (tokens === null) throw new ArithmeticError(`syntax error in expression (${expression})`);
  if (tokens.length === 1) return 0n;
  return new Evaluation(tokens, places, depth, expression).whole();
}

class Evaluation {
  readonly #tokens: readonly Token[];
  readonly #places: Places;
  readonly #depth: number;
  readonly #expression: string;
  #at = 0;
  /** Above zero in a branch that is not taken. */
  #skipping = 0;

  constructor(tokens: readonly Token[], places: Places, depth: number, expression: string) {
    this.#tokens = tokens;
    this.#places = places;
    this.#depth = depth;
    this.#expression = expression;
  }

  whole(): bigint {
    const value = this.#comma();
    if (this.#token.kind !== "end") this.#fail();
    return value;
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? { kind: "end", text: "" };
  }

  #takes(...operators: readonly string[]): string | null {
    const { kind, text } = this.#token;
    if (kind !== "operator" || !operators.includes(text)) return null;
    this.#at += 1;
    return text;
  }

  #fail(message = "syntax error in expression"): never {
    throw new ArithmeticError(`${message} (${this.#expression.trim()})`);
  }

  #comma(): bigint {
    let value = this.#assignment();
    while (this.#places.isBash && this.#takes(",")) value = this.#assignment();
    return value;
  }

  #assignment(): bigint {
    const { kind, text } = this.#token;
    const next = this.#tokens[this.#at + 1];
    if (kind === "name" && next?.kind === "operator" && assignments.includes(next.text)) {
      this.#at += 2;
      const operand = this.#assignment();
      const operator = next.text.slice(0, -1);
      const value = operator === "" ? operand : this.#binary(operator, this.#value(text), operand);
      return this.#set(text, value);
    }
    return this.#conditional();
  }

  #conditional(): bigint {
    const test = this.#level(0);
    if (!this.#takes("?")) return test;
    const yes = this.#branch(test !== 0n, () => this.#comma());
    if (!this.#takes(":")) this.#fail();
    const no = this.#branch(test === 0n, () => this.#assignment());
    return test === 0n ? no : yes;
  }

  #branch(isTaken: boolean, evaluate: () => bigint): bigint {
    if (isTaken) return evaluate();
    this.#skipping += 1;
    const value = evaluate();
    this.#skipping -= 1;
    return value;
  }

  #level(level: number): bigint {
    const operators = levels[level];
    if (operators === undefined) return this.#power();
    let left = this.#level(level + 1);
    for (let operator = this.#takes(...operators); operator !== null; operator = this.#takes(...operators)) {
      if (operator === "||" || operator === "&&") {
        const isOpen = (left !== 0n) === (operator === "&&");
        const right = this.#branch(isOpen, () => this.#level(level + 1));
        left = isOpen ? truth(right !== 0n) : truth(operator === "||");
      } else {
        left = this.#binary(operator, left, this.#level(level + 1));
      }
    }
    return left;
  }

  #power(): bigint {
    const base = this.#unary();
    if (!this.#places.isBash || !this.#takes("**")) return base;
    const exponent = this.#power();
    if (this.#skipping > 0) return 0n;
    if (exponent < 0n) this.#fail("exponent less than 0");
    let [result, factor] = [1n, base];
    for (let left = exponent; left > 0n; left >>= 1n) {
      if (left & 1n) result = wrap(result * factor);
      factor = wrap(factor * factor);
    }
    return result;
  }

  #unary(): bigint {
    const step = this.#places.isBash ? this.#takes("++", "--") : null;
    if (step !== null) {
      const { kind, text } = this.#token;
      if (kind === "name") {
        this.#at += 1;
        return this.#set(text, this.#value(text) + (step === "++" ? 1n : -1n));
      }
      return step === "++" ? this.#unary() : this.#unary();
    }
    const operator = this.#takes("!", "~", "+", "-");
    if (operator === null) return this.#primary();
    const operand = this.#unary();
    if (operator === "!") return truth(operand === 0n);
    if (operator === "~") return wrap(~operand);
    return operator === "-" ? wrap(-operand) : operand;
  }

  #primary(): bigint {
    const { kind, text } = this.#token;
    this.#at += 1;
    if (kind === "number") return this.#number(text);
    if (kind === "operator" && text === "(") {
      const value = this.#comma();
      if (!this.#takes(")")) this.#fail();
      return value;
    }
    if (kind !== "name") this.#fail();
    const value = this.#value(text);
    const step = this.#places.isBash ? this.#takes("++", "--") : null;
    if (step !== null) this.#set(text, value + (step === "++" ? 1n : -1n));
    return value;
  }

  #value(place: string): bigint {
    if (this.#skipping > 0) return 0n;
    const text = this.#places.read(place)?.trim() ?? "";
    if (/^-?[1-9][0-9]{0,17}$/.test(text) || text === "0") return BigInt(text);
    if (!this.#places.isBash && text !== "" && !/^[-+]?\d/.test(text)) this.#fail(`Illegal number: ${text}`);
    return evaluateArithmetic(text, this.#places, this.#depth + 1);
  }

  #set(place: string, value: bigint): bigint {
    const kept = wrap(value);
    if (this.#skipping === 0) this.#places.write(place, String(kept));
    return kept;
  }

  #number(text: string): bigint {
    const [base = "", digits] = text.split("#");
    if (digits !== undefined) {
      if (!this.#places.isBash) this.#fail();
      return this.#digits(digits, Number(base));
    }
    if (/^0[xX]/.test(text)) return this.#digits(text.slice(2), 16);
    return /^0./.test(text) ? this.#digits(text.slice(1), 8) : this.#digits(text, 10);
  }

  #digits(text: string, base: number): bigint {
    return readDigits(text, base, (message) => this.#fail(message));
  }

  #binary(operator: string, a: bigint, b: bigint): bigint {
    const value = calculate(operator, a, b);
    // Nothing is divided in a branch that is not taken.
    if (value === null && this.#skipping === 0) this.#fail("division by 0");
    return value ?? 0n;
  }
}
