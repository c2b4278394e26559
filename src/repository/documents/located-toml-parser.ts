import TomlParser from "@iarna/toml/lib/toml-parser.js";
import type { Span } from "../text/span.ts";
import { deepestNesting, tooDeep } from "./scalar-list.ts";

const tab = 0x09;
const carriageReturn = 0x0d;
const space = 0x20;
const comma = 0x2c;
const period = 0x2e;
const closingBracket = 0x5d;
const closingBrace = 0x7d;
/** Stands for the end, beyond the last code point. */
const endOfText = 0x110000;

/**
 * Stands before every key of the finished object. The base class looks keys up in ordinary objects, where a table that
 * is called `constructor` or `hasOwnProperty` would be the built-in function of that name, and be written to.
 */
export const keyMark = ".";

/**
 * The parser of `@iarna/toml`, which gives plain objects without positions, with a side table of where each value is
 * written. A value is kept under its container and key, so that the same number at two places stays two values.
 */
export class LocatedTomlParser extends TomlParser {
  readonly #spans = new Map<object, Map<string | number, Span>>();
  /** The values that have begun and not ended, the innermost last: a list, and in it one of its items. */
  readonly #open: { readonly state: TomlParser.State; readonly start: number }[] = [];
  /** The value that was finished last; the methods that attach a value run right after it. */
  #finished: Span = { start: 0, end: 0 };
  #returnsNow = false;

  /** Where the value of a key or list index is written; undefined for a table that only headers and dots have made. */
  spanOf(container: object, key: string | number): Span | undefined {
    return this.#spans.get(container)?.get(key);
  }

  /** The offset of the character that was looked at last. */
  get offset(): number {
    return Math.max(0, this.pos - 1);
  }

  protected override recordAssignKeyword(key: string): unknown {
    return super.recordAssignKeyword(keyMark + key);
  }

  protected override parseTableMore(key: string): unknown {
    return super.parseTableMore(keyMark + key);
  }

  protected override parseListMore(key: string): unknown {
    return super.parseListMore(keyMark + key);
  }

  protected override parseValue(): unknown {
    if (this.#open.length > deepestNesting) throw tooDeep(this.offset);
    this.#open.push({ state: this.state, start: this.offset });
    return super.parseValue();
  }

  /** The character that is looked at ends the value when it is left now, and else is the value's last one. */
  protected override return(value?: unknown): void {
    const innermost = this.#open.at(-1);
    if (innermost?.state === this.state) {
      this.#finished = { start: innermost.start, end: this.#returnsNow ? this.offset : this.offset + 1 };
      this.#open.pop();
    }
    super.return(value);
  }

  protected override returnNow(value?: unknown): unknown {
    this.#returnsNow = true;
    this.return(value);
    this.#returnsNow = false;
    return this.runOne();
  }

  protected override recordAssignStatement(assignment: TomlParser.Assignment): unknown {
    const { ctx } = this;
    const key = [...assignment.key];
    const span = this.#finished;
    const next = super.recordAssignStatement(assignment);
    this.#attach(ctx, key, span);
    return next;
  }

  protected override recordInlineTableValue(assignment: TomlParser.Assignment): unknown {
    const { resultTable } = this.state;
    const key = [...assignment.key];
    const span = this.#finished;
    const next = super.recordInlineTableValue(assignment);
    if (resultTable !== null) this.#attach(resultTable, key, span);
    return next;
  }

  protected override recordInlineListValue(value: unknown): unknown {
    const { state } = this;
    const span = this.#finished;
    const next = super.recordInlineListValue(value);
    if (state.resultArr !== null) this.#attach(state.resultArr, [state.resultArr.length - 1], span);
    return next;
  }

  /** The base class takes the carriage return of a Windows line end for a character that no comment may hold. */
  protected override parseComment(): unknown {
    do {
      if (this.char === carriageReturn) return this.return();
      const isText = this.char === tab || (this.char >= space && this.char < endOfText);
      if (!isText) return super.parseComment();
    } while (this.nextChar());
    return undefined;
  }

  /** In a list or an inline table a date also ends at what ends the value; the base class knows only white space. */
  protected override atEndOfWord(): boolean {
    return [comma, closingBracket, closingBrace].includes(this.char) || super.atEndOfWord();
  }

  /** The base class swallows the character after a local time without a fraction. */
  protected override parseOnlyTimeFractionMaybe(): unknown {
    if (this.char === period) return super.parseOnlyTimeFractionMaybe();
    const time = new Date(`0000-01-01T${this.state.result}:${this.state.buf}Z`);
    if (Number.isNaN(time.getTime())) throw new TypeError("Invalid Datetime");
    return this.returnNow(time);
  }

  #attach(container: object, key: readonly (string | number)[], span: Span): void {
    const last = key.at(-1);
    const table = key.slice(0, -1).reduce<object>((outer, part) => Reflect.get(outer, part), container);
    const known = this.#spans.get(table) ?? new Map<string | number, Span>();
    this.#spans.set(table, known);
    if (last !== undefined) known.set(last, span);
  }
}
