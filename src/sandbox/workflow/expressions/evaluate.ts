import { callFunction, type Standing } from "./functions.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { equals, memberOf, numberOf, truth, Unknown, type Value } from "./value.ts";

/** What the names of an expression mean. */
export interface Contexts extends Standing {
  readonly values: Readonly<Record<string, Value>>;
}

/** The value of an expression. One that cannot be read is an Unknown, as is what only GitHub could tell. */
export function evaluate(source: string, contexts: Contexts): Value {
  const tokens = tokensOf(source);
  if (tokens === null) return new Unknown(source.trim());
  const reader = new Reader(tokens, contexts);
  try {
    const value = reader.either();
    return reader.isAtEnd ? value : new Unknown(source.trim());
  } catch (error) {
    if (error instanceof ExpressionError) return new Unknown(source.trim());
    throw error;
  }
}

class ExpressionError extends Error {}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #contexts: Contexts;
  #at = 0;

  constructor(tokens: readonly Token[], contexts: Contexts) {
    this.#tokens = tokens;
    this.#contexts = contexts;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(): Value {
    let value = this.#both();
    while (this.#takes("||")) {
      const [isTrue, other] = [truth(value), this.#both()];
      if (isTrue === false) value = other;
    }
    return value;
  }

  #both(): Value {
    let value = this.#equality();
    while (this.#takes("&&")) {
      const [isTrue, other] = [truth(value), this.#equality()];
      if (isTrue === true) value = other;
    }
    return value;
  }

  #equality(): Value {
    let value = this.#order();
    for (;;) {
      if (this.#takes("==")) value = equals(value, this.#order());
      else if (this.#takes("!=")) value = not(equals(value, this.#order()));
      else return value;
    }
  }

  #order(): Value {
    const left = this.#unary();
    const sign = ["<=", ">=", "<", ">"].find((one) => this.#takes(one));
    if (sign === undefined) return left;
    const right = this.#unary();
    for (const value of [left, right]) if (value instanceof Unknown) return value;
    const [a, b] = [numberOf(left), numberOf(right)];
    if (sign.startsWith("<")) return sign === "<" ? a < b : a <= b;
    return sign === ">" ? a > b : a >= b;
  }

  #unary(): Value {
    return this.#takes("!") ? not(truth(this.#unary())) : this.#member(this.#primary());
  }

  #primary(): Value {
    const token = this.#tokens[this.#at++];
    if (token?.kind === "text") return token.text;
    if (token?.kind === "number") return Number(token.text);
    if (token?.kind === "name") return this.#named(token.text);
    if (token?.text !== "(") throw new ExpressionError();
    const value = this.either();
    if (!this.#takes(")")) throw new ExpressionError();
    return value;
  }

  #named(name: string): Value {
    if (name === "true" || name === "false") return name === "true";
    if (name === "null") return null;
    if (this.#takes("(")) {
      const args: Value[] = [];
      while (!this.#takes(")")) {
        args.push(this.either());
        if (!this.#takes(",") && this.#tokens[this.#at]?.text !== ")") throw new ExpressionError();
      }
      return callFunction(name, args, this.#contexts);
    }
    const value = this.#contexts.values[name];
    return value === undefined ? new Unknown(name) : value;
  }

  #member(whole: Value): Value {
    let value = whole;
    for (;;) {
      if (this.#takes(".")) {
        const name = this.#tokens[this.#at++];
        value = name?.kind === "name" ? memberOf(value, name.text) : new Unknown("*");
      } else if (this.#takes("[")) {
        const key = this.either();
        if (!this.#takes("]")) throw new ExpressionError();
        value = key instanceof Unknown ? key : memberOf(value, String(key));
      } else return value;
    }
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || token.text !== sign) return false;
    this.#at += 1;
    return true;
  }
}

function not(value: boolean | Unknown): boolean | Unknown {
  return value instanceof Unknown ? value : !value;
}
