import { Refused } from "../../host/desk/program.ts";
import type { AwkExpression, AwkFunction, AwkProgram, AwkRule, AwkStatement } from "./awk-tree.ts";
import { ExpressionParser } from "./parse-expression.ts";

/** Reads a program of awk. Throws a Refused for what is not POSIX, and for what is no program. */
export function parseAwk(source: string): AwkProgram {
  return new ProgramParser(source).program();
}

class ProgramParser extends ExpressionParser {
  program(): AwkProgram {
    const rules: AwkRule[] = [];
    const functions = new Map<string, AwkFunction>();
    for (this.#skipEnds(); this.next.kind !== "end"; this.#skipEnds()) {
      if (this.isWord("function") || this.isWord("func")) this.#function(functions);
      else rules.push(this.#rule());
    }
    return { rules, functions };
  }

  #rule(): AwkRule {
    for (const when of ["begin", "end"] as const)
      if (this.isWord(when.toUpperCase())) {
        this.take();
        if (!this.isSign("{")) this.refuse("its action begins on the same line");
        return { when, from: null, to: null, body: this.#block() };
      }
    const from = this.isSign("{") ? null : this.expression();
    let to: AwkExpression | null = null;
    if (from !== null && this.takes(",")) {
      this.skipLines();
      to = this.expression();
    }
    const body = this.isSign("{") ? this.#block() : null;
    return { when: "record", from, to, body };
  }

  #function(functions: Map<string, AwkFunction>): void {
    this.take();
    const name = this.take().text;
    this.expect("(");
    const params: string[] = [];
    while (!this.takes(")")) {
      params.push(this.name());
      this.skipLines();
      if (!this.isSign(")")) this.expect(",");
      this.skipLines();
    }
    this.skipLines();
    functions.set(name, { params, body: this.#block() });
  }

  #block(): AwkStatement {
    this.expect("{");
    const body: AwkStatement[] = [];
    for (this.#skipEnds(); !this.takes("}"); this.#skipEnds()) body.push(this.#statement());
    return { kind: "block", body };
  }

  #skipEnds(): void {
    while (this.next.kind === "newline" || this.isSign(";")) this.take();
  }

  /** A statement ends at a line, a semicolon, or before a closing brace. */
  #ended(statement: AwkStatement): AwkStatement {
    if (this.next.kind === "newline" || this.isSign(";")) this.take();
    else if (!this.isSign("}") && this.next.kind !== "end") this.refuse("it is not known there");
    return statement;
  }

  #isAtEnd(): boolean {
    return this.next.kind === "newline" || this.next.kind === "end" || this.isSign(";", "}");
  }

  /** What a head is followed by, on the same line or another one. */
  #body(): AwkStatement {
    this.skipLines();
    if (!this.takes(";")) return this.#statement();
    return { kind: "block", body: [] };
  }

  #statement(): AwkStatement {
    if (this.isSign("{")) return this.#block();
    const { text, kind } = this.next;
    if (kind !== "name" && kind !== "call") return this.#ended(this.#simple());
    switch (text) {
      case "if":
        return this.#choice();
      case "while":
        return this.#while();
      case "do":
        return this.#do();
      case "for":
        return this.#for();
      case "break":
      case "continue":
      case "next":
      case "nextfile":
        this.take();
        return this.#ended({ kind: "leave", how: text });
      case "exit":
      case "return":
        this.take();
        return this.#ended({ kind: text, value: this.#isAtEnd() ? null : this.expression() });
      default:
        return this.#ended(this.#simple());
    }
  }

  #simple(): AwkStatement {
    if (this.isWord("print") || this.isWord("printf")) return this.#print();
    if (!this.isWord("delete")) return { kind: "expression", expression: this.expression() };
    this.take();
    const array = this.name();
    return { kind: "delete", array, keys: this.takes("[") ? this.list("]") : null };
  }

  #print(): AwkStatement {
    const isFormatted = this.take().text === "printf";
    let args: readonly AwkExpression[] = [];
    if (!this.#isAtEnd() && !this.isSign(">", ">>", "|")) {
      const items = [this.expression({ noGreater: true })];
      while (this.takes(",")) {
        this.skipLines();
        items.push(this.expression({ noGreater: true }));
      }
      const [only] = items;
      args = items.length === 1 && only?.kind === "list" ? only.items : items;
    }
    if (this.isSign("|")) this.refuse("a pipe to a command is not known");
    if (!this.isSign(">", ">>")) return { kind: "print", isFormatted, args, to: null };
    const sign = this.take().text === ">" ? ">" : ">>";
    return { kind: "print", isFormatted, args, to: { sign, file: this.expression({ noGreater: true }) } };
  }

  #condition(): AwkExpression {
    this.expect("(");
    const test = this.expression();
    this.expect(")");
    return test;
  }

  #choice(): AwkStatement {
    this.take();
    const test = this.#condition();
    const yes = this.#body();
    this.#skipEnds();
    if (!this.isWord("else")) return { kind: "if", test, yes, no: null };
    this.take();
    return { kind: "if", test, yes, no: this.#body() };
  }

  #while(): AwkStatement {
    this.take();
    const test = this.#condition();
    const body = this.#body();
    return { kind: "loop", before: null, test, after: null, body, testsLast: false };
  }

  #do(): AwkStatement {
    this.take();
    const body = this.#body();
    this.#skipEnds();
    if (!this.isWord("while")) this.refuse("a while is wanted there");
    this.take();
    const test = this.#condition();
    return this.#ended({ kind: "loop", before: null, test, after: null, body, testsLast: true });
  }

  #for(): AwkStatement {
    this.take();
    this.expect("(");
    const before = this.isSign(";") ? null : this.#head();
    if (before?.kind === "expression" && before.expression.kind === "in" && this.takes(")")) {
      const { keys, array } = before.expression;
      const [key] = keys;
      if (keys.length !== 1 || key?.kind !== "variable")
        return this.refuse("only a variable can go over keys");
      return { kind: "each", variable: key.name, array, body: this.#body() };
    }
    this.expect(";");
    this.skipLines();
    const test = this.isSign(";") ? null : this.expression();
    this.expect(";");
    this.skipLines();
    const after = this.isSign(")") ? null : this.#head();
    this.expect(")");
    return { kind: "loop", before, test, after, body: this.#body(), testsLast: false };
  }

  #head(): AwkStatement {
    const statement = this.#simple();
    if (statement.kind === "print") throw new Refused("awk", "for (print", "it is no program");
    return statement;
  }
}
