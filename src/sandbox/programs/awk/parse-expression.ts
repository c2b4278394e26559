import { awkPattern } from "./awk-pattern.ts";
import { AwkTokens } from "./awk-tokens.ts";
import type { AwkExpression, AwkPlace } from "./awk-tree.ts";
import { assignments, builtins, comparisons, words } from "./awk-words.ts";

/** Where an expression stands: a print ends before `>`, and the head of a `for` before `in`. */
export interface Standing {
  readonly noIn?: boolean;
  readonly noGreater?: boolean;
}

/** Reads expressions by the grammar of POSIX (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/awk.html). */
export class ExpressionParser extends AwkTokens {
  expression(standing: Standing = {}): AwkExpression {
    const left = this.#choice(standing);
    if (!this.isSign() || !assignments.has(this.next.text)) return left;
    const place = this.placeOf(left);
    const sign = this.take().text.slice(0, -1);
    this.skipLines();
    return { kind: "assign", sign, place, value: this.expression(standing) };
  }

  isSign(...texts: readonly string[]): boolean {
    const { kind, text } = this.next;
    return kind === "sign" && (texts.length === 0 || texts.includes(text));
  }

  takes(text: string): boolean {
    if (!this.isSign(text)) return false;
    this.take();
    return true;
  }

  expect(text: string): void {
    if (!this.takes(text)) this.refuse(`${text} is wanted there`);
  }

  isWord(text: string): boolean {
    return /^(?:name|call)$/.test(this.next.kind) && this.next.text === text;
  }

  skipLines(): void {
    while (this.next.kind === "newline") this.take();
  }

  name(): string {
    if (this.next.kind !== "name" || words.has(this.next.text)) this.refuse("a name is wanted there");
    return this.take().text;
  }

  placeOf(expression: AwkExpression): AwkPlace {
    if (/^(?:variable|field|element)$/.test(expression.kind)) return expression as AwkPlace;
    return this.refuse("only a variable can be set");
  }

  list(end: string, standing: Standing = {}): AwkExpression[] {
    const items: AwkExpression[] = [];
    this.skipLines();
    while (!this.isSign(end)) {
      items.push(this.expression(standing));
      this.skipLines();
      if (!this.isSign(end)) this.expect(",");
      this.skipLines();
    }
    this.take();
    return items;
  }

  #choice(standing: Standing): AwkExpression {
    const test = this.#or(standing);
    if (!this.takes("?")) return test;
    this.skipLines();
    const yes = this.expression(standing);
    this.skipLines();
    this.expect(":");
    this.skipLines();
    return { kind: "choice", test, yes, no: this.expression(standing) };
  }

  #or(standing: Standing): AwkExpression {
    let left = this.#and(standing);
    while (this.takes("||")) {
      this.skipLines();
      left = { kind: "binary", sign: "||", left, right: this.#and(standing) };
    }
    return left;
  }

  #and(standing: Standing): AwkExpression {
    let left = this.#in(standing);
    while (this.takes("&&")) {
      this.skipLines();
      left = { kind: "binary", sign: "&&", left, right: this.#in(standing) };
    }
    return left;
  }

  #in(standing: Standing): AwkExpression {
    let left = this.#match(standing);
    while (!standing.noIn && this.isWord("in")) {
      this.take();
      const keys = left.kind === "list" ? left.items : [left];
      left = { kind: "in", keys, array: this.name() };
    }
    return left;
  }

  #match(standing: Standing): AwkExpression {
    let left = this.#comparison(standing);
    while (this.isSign("~", "!~")) {
      const isNegated = this.take().text === "!~";
      left = { kind: "match", isNegated, left, right: this.#comparison(standing) };
    }
    return left;
  }

  #comparison(standing: Standing): AwkExpression {
    const left = this.#joined(standing);
    if (!this.isSign() || !comparisons.has(this.next.text)) return left;
    if (this.next.text === ">" && standing.noGreater) return left;
    const sign = this.take().text;
    return { kind: "binary", sign, left, right: this.#joined(standing) };
  }

  #joined(standing: Standing): AwkExpression {
    let left = this.#sum(standing);
    while (this.#beginsOperand()) left = { kind: "binary", sign: " ", left, right: this.#sum(standing) };
    return left;
  }

  /** Whether what comes next can be joined to what stands before it. */
  #beginsOperand(): boolean {
    const { kind, text } = this.next;
    if (kind === "number" || kind === "text") return true;
    if (kind === "name" || kind === "call") return !words.has(text);
    return kind === "sign" && ["$", "!", "(", "-", "+", "++", "--"].includes(text);
  }

  #sum(standing: Standing): AwkExpression {
    let left = this.#product(standing);
    while (this.isSign("+", "-")) {
      const sign = this.take().text;
      left = { kind: "binary", sign, left, right: this.#product(standing) };
    }
    return left;
  }

  #product(standing: Standing): AwkExpression {
    let left = this.#unary(standing);
    while (this.isSign("*", "/", "%")) {
      const sign = this.take().text;
      left = { kind: "binary", sign, left, right: this.#unary(standing) };
    }
    return left;
  }

  #unary(standing: Standing): AwkExpression {
    if (this.isSign("!", "-", "+")) {
      const sign = this.take().text as "!" | "-" | "+";
      const operand = this.#unary(standing);
      if (sign === "!" && this.isSign("~", "!~")) this.refuse("versions of awk bind it in different ways");
      return { kind: "unary", sign, operand };
    }
    return this.#power(standing);
  }

  #power(standing: Standing): AwkExpression {
    const left = this.#stepped(standing);
    if (!this.isSign("^")) return left;
    this.take();
    return {
      kind: "binary",
      sign: "^",
      left,
      right: this.isSign("-") ? this.#unary(standing) : this.#power(standing),
    };
  }

  #stepped(standing: Standing): AwkExpression {
    if (this.isSign("++", "--")) {
      const by = this.take().text === "++" ? 1 : -1;
      return { kind: "step", by, isBefore: true, place: this.placeOf(this.#operand(standing)) };
    }
    const operand = this.#operand(standing);
    if (!/^(?:variable|field|element)$/.test(operand.kind) || !this.isSign("++", "--")) return operand;
    return {
      kind: "step",
      by: this.take().text === "++" ? 1 : -1,
      isBefore: false,
      place: this.placeOf(operand),
    };
  }

  #operand(standing: Standing): AwkExpression {
    if (this.isSign("/", "/=")) {
      const source = this.takePattern();
      return { kind: "pattern", pattern: awkPattern(source), source };
    }
    const { kind } = this.next;
    if (this.takes("$")) {
      const isStep = this.isSign("++", "--", "-", "+", "!");
      return { kind: "field", index: isStep ? this.#unary(standing) : this.#operand(standing) };
    }
    if (this.takes("(")) {
      const items = this.list(")");
      if (items.length === 0) return this.refuse("nothing stands in brackets");
      return { kind: "list", items };
    }
    if (kind === "number") return { kind: "number", value: Number(this.take().text) };
    if (kind === "text") return { kind: "text", value: this.take().text };
    if (this.isWord("getline")) return this.#getline();
    if (kind === "call" && !words.has(this.next.text)) {
      const name = this.take().text;
      this.expect("(");
      return { kind: "call", name, args: this.list(")"), isOwn: !builtins.has(name) };
    }
    if (kind === "name" && this.next.text === "length") {
      this.take();
      return { kind: "call", name: "length", args: [], isOwn: false };
    }
    const name = this.name();
    if (builtins.has(name)) this.refuse("a function has no arguments there");
    if (!this.takes("[")) return { kind: "variable", name };
    return { kind: "element", array: name, keys: this.list("]") };
  }

  #getline(): AwkExpression {
    this.take();
    const hasPlace = this.next.kind === "name" && !words.has(this.next.text);
    const place = hasPlace || this.isSign("$") ? this.placeOf(this.#operand({})) : null;
    if (!this.takes("<")) return { kind: "getline", place, from: "main", file: null };
    return { kind: "getline", place, from: "file", file: this.#operand({}) };
  }
}
