import type { Shell } from "../shell.ts";
import {
  binaryOperators,
  binaryTest,
  isNumberTest,
  isUnaryTest,
  numberTest,
  unaryTest,
} from "./file-tests.ts";

/** A condition that cannot be read; `test` says so and ends with 2. */
export class TestError extends Error {}

/**
 * Evaluates the arguments of `test` by how many there are, and beyond four as an expression.
 * Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/test.html
 */
export function evaluateTest(shell: Shell, args: readonly string[]): boolean {
  const [a = "", b = "", c = "", d = ""] = args;
  switch (args.length) {
    case 0:
      return false;
    case 1:
      return a !== "";
    case 2:
      if (a === "!") return b === "";
      if (isUnaryTest(a)) return unaryTest(shell, a, b);
      throw new TestError(`${a}: unary operator expected`);
    case 3:
      if (isBinary(shell, b)) return compare(shell, a, b, c);
      if (b === "-a") return a !== "" && c !== "";
      if (b === "-o") return a !== "" || c !== "";
      if (a === "!") return !evaluateTest(shell, args.slice(1));
      if (a === "(" && c === ")") return b !== "";
      throw new TestError(`${b}: binary operator expected`);
    case 4:
      if (a === "!") return !evaluateTest(shell, args.slice(1));
      if (a === "(" && d === ")") return evaluateTest(shell, args.slice(1, 3));
  }
  const expression = new Expression(shell, args);
  return expression.whole();
}

function isBinary(shell: Shell, operator: string): boolean {
  return binaryOperators.includes(operator) && (shell.isBash || operator !== "==");
}

function compare(shell: Shell, left: string, operator: string, right: string): boolean {
  if (isNumberTest(operator)) return numberTest(operator, integer(left), integer(right));
  return binaryTest(shell, left, operator, right) === true;
}

function integer(text: string): bigint {
  const trimmed = text.trim();
  if (!/^[-+]?\d+$/.test(trimmed)) throw new TestError(`${text}: integer expression expected`);
  return BigInt(trimmed.replace(/^\+/, ""));
}

class Expression {
  readonly #shell: Shell;
  readonly #args: readonly string[];
  #at = 0;

  constructor(shell: Shell, args: readonly string[]) {
    this.#shell = shell;
    this.#args = args;
  }

  whole(): boolean {
    const value = this.#or();
    if (this.#at < this.#args.length) throw new TestError("too many arguments");
    return value;
  }

  #or(): boolean {
    let value = this.#and();
    while (this.#takes("-o")) value = this.#and() || value;
    return value;
  }

  #and(): boolean {
    let value = this.#not();
    while (this.#takes("-a")) value = this.#not() && value;
    return value;
  }

  #not(): boolean {
    return this.#takes("!") ? !this.#not() : this.#primary();
  }

  #primary(): boolean {
    const [a, b = "", c] = this.#args.slice(this.#at);
    if (a === undefined) throw new TestError("argument expected");
    if (c !== undefined && isBinary(this.#shell, b)) {
      this.#at += 3;
      return compare(this.#shell, a, b, c);
    }
    if (a === "(") {
      this.#at += 1;
      const value = this.#or();
      if (!this.#takes(")")) throw new TestError("`)' expected");
      return value;
    }
    if (isUnaryTest(a) && this.#args.length - this.#at > 1) {
      this.#at += 2;
      return unaryTest(this.#shell, a, b);
    }
    this.#at += 1;
    return a !== "";
  }

  #takes(word: string): boolean {
    if (this.#args[this.#at] !== word) return false;
    this.#at += 1;
    return true;
  }
}
