import { Refused } from "../../host/desk/program.ts";
import { awkFormatted } from "./awk-format.ts";
import type { AwkState } from "./awk-state.ts";
import type { AwkExpression, AwkRule, AwkStatement } from "./awk-tree.ts";
import { type AwkValue, numberOf, textOf } from "./awk-values.ts";
import { Evaluator } from "./evaluate.ts";

/** How a statement is left other than by its end. */
type Leaving = "next" | "nextfile" | "break" | "continue" | "return" | "exit";

/** Runs a program from its beginning to its end. */
export class AwkRun {
  readonly #state: AwkState;
  readonly #evaluator: Evaluator;
  #exitCode = 0;
  #returned: AwkValue;

  constructor(state: AwkState) {
    this.#state = state;
    this.#evaluator = new Evaluator(state, ({ body }) => {
      this.#returned = undefined;
      const left = this.#statement(body);
      if (left !== null && left !== "return") throw new Refused("awk", left, "a function is left by it");
      return this.#returned;
    });
  }

  /** Gives the exit code. */
  run(): number {
    const { rules } = this.#state.program;
    const of = (when: AwkRule["when"]) => rules.filter((rule) => rule.when === when);
    const hasInput = of("record").length + of("end").length > 0;
    let isExited = of("begin").some(({ body }) => this.#whole(body) === "exit");
    if (!isExited && hasInput) isExited = this.#records(of("record"));
    for (const { body } of of("end")) if (this.#whole(body) === "exit") break;
    this.#state.output.closeAll();
    return this.#exitCode;
  }

  /** True when the program is left by `exit`. */
  #records(rules: readonly AwkRule[]): boolean {
    const state = this.#state;
    const open = new Set<AwkRule>();
    for (;;) {
      const record = state.input.next(() => state.text("RS"));
      if (record === null) return false;
      for (const name of ["NR", "FNR"]) state.set(name, numberOf(state.get(name)) + 1);
      state.record.set(record);
      for (const rule of rules) {
        if (!this.#applies(rule, open)) continue;
        const left = this.#whole(rule.body);
        if (left === "exit") return true;
        if (left === "nextfile") state.input.skipFile();
        if (left !== null) break;
      }
    }
  }

  #applies(rule: AwkRule, open: Set<AwkRule>): boolean {
    if (rule.from === null) return true;
    if (rule.to === null) return this.#evaluator.isTrue(rule.from);
    if (!open.has(rule) && !this.#evaluator.isTrue(rule.from)) return false;
    open.add(rule);
    if (this.#evaluator.isTrue(rule.to)) open.delete(rule);
    return true;
  }

  #whole(body: AwkStatement | null): Leaving | null {
    if (body !== null) return this.#statement(body);
    this.#print([], false, null);
    return null;
  }

  #statement(statement: AwkStatement): Leaving | null {
    const evaluator = this.#evaluator;
    this.#state.step();
    switch (statement.kind) {
      case "expression":
        evaluator.value(statement.expression);
        return null;
      case "print": {
        const { args, isFormatted, to } = statement;
        this.#print(args, isFormatted, to);
        return null;
      }
      case "block":
        for (const each of statement.body) {
          const left = this.#statement(each);
          if (left !== null) return left;
        }
        return null;
      case "if": {
        const next = evaluator.isTrue(statement.test) ? statement.yes : statement.no;
        return next === null ? null : this.#statement(next);
      }
      case "loop":
        return this.#loop(statement);
      case "each":
        return this.#each(statement);
      case "delete": {
        const array = this.#state.array(statement.array);
        if (statement.keys === null) array.clear();
        else array.delete(evaluator.key(statement.keys));
        return null;
      }
      case "leave":
        return statement.how;
      case "return":
        this.#returned = statement.value === null ? undefined : evaluator.value(statement.value);
        return "return";
      case "exit":
        if (statement.value !== null) this.#exitCode = evaluator.number(statement.value) & 255;
        return "exit";
    }
  }

  #loop({ before, test, after, body, testsLast }: Extract<AwkStatement, { kind: "loop" }>): Leaving | null {
    if (before !== null) this.#statement(before);
    for (let isFirst = true; ; isFirst = false) {
      this.#state.step();
      const isTested = test !== null && !(testsLast && isFirst);
      if (isTested && !this.#evaluator.isTrue(test)) return null;
      const left = this.#statement(body);
      if (left === "break") return null;
      if (left !== null && left !== "continue") return left;
      if (after !== null) this.#statement(after);
    }
  }

  #each({ variable, array, body }: Extract<AwkStatement, { kind: "each" }>): Leaving | null {
    const keys = [...this.#state.array(array).keys()];
    if (keys.length > 1)
      throw new Refused(
        "awk",
        `for (${variable} in ${array})`,
        "the order of its elements differs between versions",
      );
    for (const key of keys) {
      this.#state.set(variable, key);
      const left = this.#statement(body);
      if (left === "break") return null;
      if (left !== null && left !== "continue") return left;
    }
    return null;
  }

  #print(
    args: readonly AwkExpression[],
    isFormatted: boolean,
    to: Extract<AwkStatement, { kind: "print" }>["to"],
  ): void {
    const [state, evaluator] = [this.#state, this.#evaluator];
    const values = args.map((arg) => evaluator.value(arg));
    const target = to === null ? null : { sign: to.sign, file: evaluator.text(to.file) };
    if (isFormatted) {
      const [format, ...rest] = values;
      if (values.length === 0) throw new Refused("awk", "printf", "it has no format");
      state.output.print(awkFormatted(evaluator.textOf(format), rest, state.text("CONVFMT")), target);
      return;
    }
    const ofmt = state.text("OFMT");
    const shown =
      values.length === 0
        ? state.record.text
        : values.map((value) => textOf(value, ofmt)).join(state.text("OFS"));
    state.output.print(shown + state.text("ORS"), target);
  }
}
