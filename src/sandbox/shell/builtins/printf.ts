import { quoteByBackslash } from "../expansion/quote.ts";
import type { Shell } from "../shell.ts";
import { readEscapes } from "./escapes.ts";
import { formatNumber, readNumber } from "./format-number.ts";

const directive =
  /%(?:%|([-+ #0]{0,8})(\*|\d{1,9})?(?:\.(\*|-?\d{0,9}))?(?:hh|h|ll|l|j|z|t|L)?([a-zA-Z]|\([^)]{0,99}\)T))/y;

/** Prints arguments by a format, which is used again as long as there are arguments left. */
export function printf(shell: Shell, args: readonly string[]): number {
  const isVariable = args[0] === "-v" && shell.isBash;
  const rest = isVariable ? args.slice(2) : args;
  const [format, ...values] = rest[0] === "--" ? rest.slice(1) : rest;
  if (format === undefined) {
    shell.complain("printf: usage: printf [-v var] format [arguments]");
    return 2;
  }
  if (format.startsWith("-") && format.length === 2 && rest[0] !== "--")
    shell.stop(`printf ${format} is not known`);
  const printing = new Printing(shell, values);
  let text = "";
  do {
    const before = printing.left;
    text += printing.once(format);
    shell.grown(0);
    if (printing.left === before) break;
  } while (printing.left > 0 && !printing.isEnded);
  if (isVariable) shell.assignPlace(args[1] ?? "", text);
  else shell.print(text);
  return printing.status;
}

class Printing {
  readonly #shell: Shell;
  readonly #values: readonly string[];
  #at = 0;
  status = 0;
  isEnded = false;

  constructor(shell: Shell, values: readonly string[]) {
    this.#shell = shell;
    this.#values = values;
  }

  get left(): number {
    return this.#values.length - this.#at;
  }

  once(format: string): string {
    let result = "";
    for (let at = 0; at < format.length && !this.isEnded; ) {
      if (format[at] !== "%") {
        const next = format.indexOf("%", at);
        const end = next === -1 ? format.length : next;
        result += readEscapes(format.slice(at, end), this.#shell.isBash ? "format" : "dash-format").text;
        at = end;
        continue;
      }
      directive.lastIndex = at;
      const found = directive.exec(format);
      if (found === null) return this.#shell.stop(`printf cannot read the format ${format}`);
      at += found[0].length;
      result += found[0] === "%%" ? "%" : this.#one(found);
    }
    return result;
  }

  #one([whole, flags = "", width, precision, conversion = ""]: RegExpExecArray): string {
    let wide = width === "*" ? this.#integer() : Number(width ?? 0);
    let allFlags = flags;
    if (wide < 0) [wide, allFlags] = [-wide, `${flags}-`];
    const given =
      precision === "*" ? this.#integer() : precision === undefined ? null : Number(precision || 0);
    const digits = given !== null && given < 0 ? null : given;
    const pad = (text: string) =>
      allFlags.includes("-")
        ? text + " ".repeat(Math.max(0, wide - [...text].length))
        : text.padStart(wide + text.length - [...text].length);
    const cut = (text: string) => (digits === null ? text : [...text].slice(0, digits).join(""));
    if (wide > 1_000_000) this.#shell.stop(`printf ${whole} asks for too much`);
    switch (conversion) {
      case "s":
        return pad(cut(this.#next()));
      case "c":
        return pad(this.#next().slice(0, 1));
      case "b": {
        const read = readEscapes(this.#next(), this.#shell.isBash ? "argument" : "dash-argument");
        this.isEnded ||= read.isEnded;
        return pad(cut(read.text));
      }
      case "q":
        if (!this.#shell.isBash) break;
        return pad(quoteByBackslash(this.#next()));
      default: {
        if (!/^[diouxXeEfFgG]$/.test(conversion)) break;
        const number = readNumber(this.#next(), conversion);
        if (!number.isValid) {
          this.status = 1;
          this.#shell.complain(`printf: ${number.text}: invalid number`);
        }
        return pad(
          formatNumber(number.value, { conversion, flags: allFlags, width: wide, precision: digits }),
        );
      }
    }
    return this.#shell.stop(`printf ${whole} is not known`);
  }

  #next(): string {
    return this.#values[this.#at++] ?? "";
  }

  #integer(): number {
    return Number(readNumber(this.#next(), "d").value);
  }
}
