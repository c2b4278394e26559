import { Refused } from "../../host/desk/program.ts";
import { awkPattern } from "./awk-pattern.ts";
import { type AwkValue, fromOutside, textOf } from "./awk-values.ts";

/** The current record and its fields, each of which is made of the other when it is asked for. */
export class AwkRecord {
  readonly #separators: {
    readonly fs: () => string;
    readonly ofs: () => string;
    readonly format: () => string;
  };
  #text = "";
  /** Null as long as the record has not been split. */
  #fields: AwkValue[] | null = [];
  /** How it is split is settled when it is read. */
  #fs = " ";
  #isStale = false;

  constructor(separators: { fs: () => string; ofs: () => string; format: () => string }) {
    this.#separators = separators;
  }

  set(text: string): void {
    this.#text = text;
    this.#fields = null;
    this.#fs = this.#separators.fs();
    this.#isStale = false;
  }

  get text(): string {
    if (this.#isStale) {
      const format = this.#separators.format();
      this.#text = this.#split()
        .map((field) => textOf(field, format))
        .join(this.#separators.ofs());
      this.#isStale = false;
    }
    return this.#text;
  }

  get count(): number {
    return this.#split().length;
  }

  set count(count: number) {
    if (!(count >= 0 && count < 10_000))
      throw new Refused("awk", `NF = ${count}`, "it is no number of fields");
    const fields = this.#split();
    while (fields.length < count) fields.push(undefined);
    fields.length = count;
    this.#isStale = true;
  }

  field(index: number): AwkValue {
    if (!(index >= 0)) throw new Refused("awk", `$${index}`, "there is no such field");
    return index === 0 ? fromOutside(this.text) : this.#split()[Math.trunc(index) - 1];
  }

  setField(index: number, value: AwkValue): void {
    if (!(index >= 0 && index < 10_000)) throw new Refused("awk", `$${index}`, "there is no such field");
    if (index === 0) {
      this.set(textOf(value, this.#separators.format()));
      return;
    }
    const fields = this.#split();
    while (fields.length < Math.trunc(index)) fields.push(undefined);
    fields[Math.trunc(index) - 1] = value;
    this.#isStale = true;
  }

  #split(): AwkValue[] {
    this.#fields ??= splitText(this.#text, this.#fs).map(fromOutside);
    return this.#fields;
  }
}

/** Splits a text at a separator: blanks, one character, or a pattern. */
export function splitText(text: string, separator: string): string[] {
  if (separator === " ") return text.split(/[ \t\n]+/).filter((part) => part !== "");
  if (text === "") return [];
  if (separator === "")
    throw new Refused("awk", "an empty FS", "versions of awk split at it in different ways");
  if (separator === "\\") throw new Refused("awk", "FS of a backslash", "it is not known");
  if (separator.length === 1) return text.split(separator);
  const pattern = awkPattern(separator);
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const match = pattern.find(text, at);
    if (match === null) break;
    if (match.end === match.start) at = match.end + 1;
    else {
      parts.push(text.slice(start, match.start));
      start = match.end;
      at = start;
    }
  }
  return [...parts, text.slice(start)];
}
