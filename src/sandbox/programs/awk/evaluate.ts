import { Refused } from "../../host/desk/program.ts";
import { fileText } from "../files/file-text.ts";
import type { Pattern } from "../regex/pattern.ts";
import { arithmetic } from "./arithmetic.ts";
import { computed, replacedBy } from "./awk-functions.ts";
import { RecordReader } from "./awk-input.ts";
import { awkPattern } from "./awk-pattern.ts";
import { splitText } from "./awk-record.ts";
import { type AwkState, type Cell, newCell } from "./awk-state.ts";
import type { AwkExpression, AwkFunction, AwkPlace } from "./awk-tree.ts";
import { type AwkValue, compared, counted, fromOutside, isTrue, numberOf, textOf } from "./awk-values.ts";

/** Runs the body of a function whose variables are the innermost frame. */
type RunBody = (called: AwkFunction) => AwkValue;

/** Evaluates expressions over the state of a program. */
export class Evaluator {
  readonly #state: AwkState;
  readonly #runBody: RunBody;

  constructor(state: AwkState, runBody: RunBody) {
    this.#state = state;
    this.#runBody = runBody;
  }

  number(expression: AwkExpression): number {
    return numberOf(this.value(expression));
  }

  text(expression: AwkExpression): string {
    return this.textOf(this.value(expression));
  }

  textOf(value: AwkValue): string {
    return typeof value === "string" ? value : textOf(value, this.#state.text("CONVFMT"));
  }

  isTrue(expression: AwkExpression): boolean {
    return isTrue(this.value(expression));
  }

  value(expression: AwkExpression): AwkValue {
    const state = this.#state;
    switch (expression.kind) {
      case "number":
      case "text":
        return expression.value;
      case "variable":
        return state.get(expression.name);
      case "field":
        return state.record.field(this.number(expression.index));
      case "element": {
        const array = state.array(expression.array);
        const key = this.key(expression.keys);
        // Looking at an element makes it.
        if (!array.has(key)) array.set(key, undefined);
        return array.get(key);
      }
      case "pattern":
        return Number(expression.pattern.test(state.record.text));
      case "list": {
        const [only] = expression.items;
        if (only === undefined || expression.items.length > 1)
          throw new Refused("awk", "a list in brackets", "it has no meaning there");
        return this.value(only);
      }
      case "unary": {
        if (expression.sign === "!") return Number(!this.isTrue(expression.operand));
        const number = this.number(expression.operand);
        return expression.sign === "-" ? -number : number;
      }
      case "binary":
        return this.#binary(expression.sign, expression.left, expression.right);
      case "match":
        return Number(
          this.pattern(expression.right).test(this.text(expression.left)) !== expression.isNegated,
        );
      case "in":
        return Number(state.array(expression.array).has(this.key(expression.keys)));
      case "choice":
        return this.value(this.isTrue(expression.test) ? expression.yes : expression.no);
      case "assign": {
        const { sign, place, value } = expression;
        const given = this.value(value);
        const set = sign === "" ? given : arithmetic(sign, this.number(place), numberOf(given));
        this.set(place, set);
        return set;
      }
      case "step": {
        const before = this.number(expression.place);
        this.set(expression.place, before + expression.by);
        return expression.isBefore ? before + expression.by : before;
      }
      case "call":
        return expression.isOwn ? this.#own(expression.name, expression.args) : this.#builtin(expression);
      case "getline":
        return this.#getline(expression);
    }
  }

  key(keys: readonly AwkExpression[]): string {
    return keys.map((key) => this.text(key)).join(this.#state.text("SUBSEP"));
  }

  set(place: AwkPlace, value: AwkValue): void {
    if (place.kind === "variable") this.#state.set(place.name, value);
    else if (place.kind === "field") this.#state.record.setField(this.number(place.index), value);
    else this.#state.array(place.array).set(this.key(place.keys), value);
  }

  /** What stands for a pattern: one that is written, or the text of a value. */
  pattern(expression: AwkExpression): Pattern {
    const only =
      expression.kind === "list" && expression.items.length === 1 ? expression.items[0] : undefined;
    if (only !== undefined) return this.pattern(only);
    return expression.kind === "pattern" ? expression.pattern : awkPattern(this.text(expression));
  }

  #binary(sign: string, left: AwkExpression, right: AwkExpression): AwkValue {
    if (sign === "&&") return Number(this.isTrue(left) && this.isTrue(right));
    if (sign === "||") return Number(this.isTrue(left) || this.isTrue(right));
    const a = this.value(left);
    const b = this.value(right);
    if (sign === " ") return this.textOf(a) + this.textOf(b);
    if (!/^[<>=!]/.test(sign)) return arithmetic(sign, numberOf(a), numberOf(b));
    const order = compared(a, b, this.#state.text("CONVFMT"));
    if (sign === "<") return Number(order < 0);
    if (sign === "<=") return Number(order <= 0);
    if (sign === ">") return Number(order > 0);
    if (sign === ">=") return Number(order >= 0);
    return Number((order === 0) === (sign === "=="));
  }

  #own(name: string, args: readonly AwkExpression[]): AwkValue {
    const state = this.#state;
    const called = state.program.functions.get(name);
    if (called === undefined) throw new Refused("awk", `${name}()`, "there is no such function in POSIX");
    if (args.length > called.params.length || state.frames.length > 200)
      throw new Refused("awk", `${name}()`, "it is called in a way that is not known");
    const cells = called.params.map((_, index): Cell => {
      const arg = args[index];
      if (arg?.kind === "variable" && arg.name !== "NF") {
        const cell = state.cell(arg.name);
        if (cell.array !== null || cell.value === undefined) return newCell(cell);
      }
      return { ...newCell(), value: arg === undefined ? undefined : this.value(arg) };
    });
    state.frames.push(new Map(called.params.map((param, index) => [param, cells[index] ?? newCell()])));
    const value = this.#runBody(called);
    state.frames.pop();
    return value;
  }

  #builtin({ name, args }: { readonly name: string; readonly args: readonly AwkExpression[] }): AwkValue {
    const state = this.#state;
    const [first, second, third] = args;
    if (name === "sub" || name === "gsub") return this.#substitute(name, args);
    if (name === "length" && first === undefined) return counted(state.record.text, "the length").length;
    if (name === "length" && first?.kind === "variable" && state.cell(first.name).array !== null)
      return state.array(first.name).size;
    if (name === "split" && first !== undefined && second?.kind === "variable" && args.length < 4)
      return this.#split(this.text(first), second.name, third);
    if (name === "match" && first !== undefined && second !== undefined && args.length === 2) {
      const text = this.text(first);
      const found = this.pattern(second).find(text, 0);
      if (found !== null) counted(text.slice(0, found.end), "a place");
      state.set("RSTART", found === null ? 0 : found.start + 1);
      state.set("RLENGTH", found === null ? -1 : found.end - found.start);
      return state.get("RSTART");
    }
    if (name === "close" && first !== undefined) {
      const file = this.text(first);
      const wasRead = state.readers.delete(file);
      return state.output.close(file) || wasRead ? 0 : -1;
    }
    if (name === "system" && first !== undefined) {
      const ended = state.call.run(["sh", "-c", this.text(first)]);
      state.output.print(ended.stdout, null);
      state.output.stderr += ended.stderr;
      return ended.exitCode;
    }
    const values = args.map((arg) => this.value(arg));
    return computed(name, values, state.text("CONVFMT"));
  }

  #substitute(name: string, args: readonly AwkExpression[]): AwkValue {
    const [first, second, third = { kind: "field", index: { kind: "number", value: 0 } } as const] = args;
    if (first === undefined || second === undefined || args.length > 3)
      throw new Refused("awk", `${name}()`, "it has other arguments");
    if (third.kind !== "variable" && third.kind !== "field" && third.kind !== "element")
      throw new Refused("awk", `${name}()`, "its third argument is no variable");
    const pattern = this.pattern(first);
    const written = this.text(second);
    const { text, count } = replacedBy(pattern, written, this.text(third), name === "gsub");
    if (count > 0) this.set(third, text);
    return count;
  }

  #split(text: string, name: string, separator: AwkExpression | undefined): number {
    const array = this.#state.array(name);
    const at =
      separator === undefined
        ? this.#state.text("FS")
        : separator.kind === "pattern"
          ? null
          : this.text(separator);
    const source = separator?.kind === "pattern" ? separator.source : "";
    // A pattern of one character is longer than a separator of one.
    const parts = splitText(text, at ?? (source.length === 1 ? `[${source}]` : source));
    array.clear();
    for (const [index, part] of parts.entries()) array.set(String(index + 1), fromOutside(part));
    return parts.length;
  }

  #getline({ place, from, file }: Extract<AwkExpression, { kind: "getline" }>): AwkValue {
    const state = this.#state;
    const separator = () => state.text("RS");
    let record: string | null;
    if (from === "main") {
      record = state.input.next(separator);
      if (record !== null) for (const name of ["NR", "FNR"]) state.set(name, numberOf(state.get(name)) + 1);
    } else {
      const name = file === null ? "" : this.text(file);
      if (name === "-" || name === "/dev/stdin")
        throw new Refused("awk", `getline < "${name}"`, "it is not known");
      let reader = state.readers.get(name);
      if (reader === undefined) {
        const text = fileText(state.call, name);
        if (text === null) return -1;
        reader = new RecordReader(text);
        state.readers.set(name, reader);
      }
      record = reader.next(separator());
      if (record !== null && place === null && from === "file") state.record.set(record);
    }
    if (record === null) return 0;
    if (place !== null) this.set(place, fromOutside(record));
    else if (from === "main") state.record.set(record);
    return 1;
  }
}
