import { Refused } from "../../host/desk/program.ts";
import { type Pattern, posixPattern } from "../regex/pattern.ts";
import { readReplacement } from "./replacement.ts";
import { readSedEscape } from "./sed-escapes.ts";
import type { Address, SedAction, SedCommand, SedPattern } from "./sed-script.ts";

/** What counts outside of the script. */
export interface ScriptOptions {
  readonly isExtended: boolean;
  /** Whether the script is for the sed of BSD, which knows less. */
  readonly isBsd: boolean;
  /** Whether lines end in NUL. */
  readonly hasNullData: boolean;
}

/** Reads a whole script. Throws a Refused for what is not known and for what sed does not take either. */
export function readScript(source: string, options: ScriptOptions): SedCommand[] {
  return new ScriptReader(source, options).read();
}

const simpleCommands = "=dDgGhHnNpPxzF";

class ScriptReader {
  readonly #source: string;
  readonly #options: ScriptOptions;
  #at = 0;

  constructor(source: string, options: ScriptOptions) {
    this.#source = source;
    this.#options = options;
  }

  read(): SedCommand[] {
    const commands: SedCommand[] = [];
    const labels = new Map<string, number>();
    const open: number[] = [];
    for (;;) {
      this.#skip(/[\s;]/);
      if (this.#at >= this.#source.length) break;
      if (this.#peek() === "#") {
        this.#restOfLine();
        continue;
      }
      const from = this.#address();
      this.#skip(/[ \t]/);
      const to = from !== null && this.#take(",") ? this.#rangeEnd() : null;
      this.#skip(/[ \t]/);
      const isNegated = this.#take("!");
      this.#skip(/[ \t!]/);
      if (from?.kind === "line" && from.number === 0 && to?.kind !== "pattern")
        this.#refuse("0", "it is no line");
      const name = this.#peek();
      this.#at += 1;
      if (name === ":") {
        if (from !== null) this.#refuse(":", "a label has no address");
        labels.set(this.#word(), commands.length);
        continue;
      }
      const action = this.#action(name);
      if (action.kind === "{") open.push(commands.length);
      commands.push({ from, to, isNegated, action });
      if (action.kind === "}") {
        const start = commands[open.pop() ?? -1]?.action;
        if (start?.kind !== "{" || from !== null) return this.#refuse("}", "nothing is open");
        start.end = commands.length;
      }
    }
    if (open.length > 0) this.#refuse("{", "it is not closed");
    for (const { action } of commands)
      if (action.kind === "branch") {
        const target = action.label === "" ? commands.length : labels.get(action.label);
        if (target === undefined) return this.#refuse(`b ${action.label}`, "there is no such label");
        action.target = target;
      }
    return commands;
  }

  #action(name: string): SedAction {
    if (name === "{") return { kind: "{", end: 0 };
    if (name === "}") return this.#ended({ kind: "}" });
    if (name !== "" && simpleCommands.includes(name)) return this.#ended({ kind: "simple", name });
    if (name === "a" || name === "i" || name === "c") return { kind: "text", name, text: this.#text(name) };
    if (name === "b" || name === "t" || name === "T")
      return { kind: "branch", name, label: this.#word(), target: 0 };
    if (name === "q" || name === "Q") {
      this.#skip(/[ \t]/);
      return this.#ended({ kind: "quit", name, exitCode: Number(this.#digits()) });
    }
    if (name === "r" || name === "w") {
      this.#skip(/[ \t]/);
      const file = this.#restOfLine();
      if (file === "") this.#refuse(name, "no file is named");
      return { kind: "file", name, file };
    }
    if (name === "y") return this.#ended(this.#transliteration());
    if (name === "s") return this.#substitution();
    return this.#refuse(
      name === "" ? "an address without a command" : `the command ${name}`,
      "it is not known",
    );
  }

  /** A command ends at a semicolon, a line, a closing brace or a comment. */
  #ended(action: SedAction): SedAction {
    this.#skip(/[ \t]/);
    const next = this.#peek();
    if (next !== "" && !/[;\n}#]/.test(next))
      this.#refuse(this.#source.slice(this.#at - 1, this.#at + 9), "it is not known");
    return action;
  }

  #address(): Address | null {
    const digits = this.#digits();
    if (digits !== "") {
      this.#skip(/[ \t]/);
      if (!this.#take("~")) return { kind: "line", number: Number(digits) };
      return { kind: "step", first: Number(digits), step: Number(this.#digits()) };
    }
    if (this.#take("$")) return { kind: "last" };
    const isCustom = this.#peek() === "\\";
    if (!isCustom && this.#peek() !== "/") return null;
    this.#at += isCustom ? 1 : 0;
    const delimiter = this.#delimiter();
    const source = this.#delimited(delimiter, true);
    const flags = this.#flags(/[IM]/);
    return { kind: "pattern", pattern: this.#pattern(source, flags) };
  }

  #rangeEnd(): Address {
    this.#skip(/[ \t]/);
    if (this.#take("+")) return { kind: "more", count: Number(this.#digits()) };
    if (this.#take("~")) return { kind: "multiple", of: Number(this.#digits()) };
    return this.#address() ?? this.#refuse(",", "a range has no end");
  }

  #substitution(): SedAction {
    const start = this.#at - 1;
    const delimiter = this.#delimiter();
    const source = this.#delimited(delimiter, true);
    const right = this.#delimited(delimiter, false);
    const flags = this.#flags(/[gpiImM0-9]/);
    this.#skip(/[ \t]/);
    const file = this.#take("w") ? this.#restOfLine().replace(/^[ \t]+/, "") : null;
    const written = this.#source.slice(start, this.#at);
    const replacement = readReplacement(right);
    if (replacement === null) return this.#refuse(written, "an escape on its right side is not known");
    const [number = ""] = /\d+/.exec(flags) ?? [];
    if (number === "0" || /\d\D+\d/.test(flags) || file === "")
      this.#refuse(written, "its flags are not known");
    const pattern = this.#pattern(source, flags.replace(/[gp0-9]/g, "").toUpperCase());
    if (replacement.highestGroup > (pattern.pattern?.groups ?? 9))
      this.#refuse(written, "its right side refers to a group that there is not");
    const action: SedAction = {
      kind: "substitute",
      substitution: {
        pattern,
        replacement,
        isGlobal: flags.includes("g"),
        from: number === "" ? 1 : Number(number),
        prints: flags.includes("p"),
        file,
      },
    };
    return file === null ? this.#ended(action) : action;
  }

  #pattern(source: string, flags: string): SedPattern {
    if (source === "") return { source, flags, pattern: null };
    this.#checkDialect(source);
    if (flags.includes("M") && this.#options.hasNullData)
      this.#refuse("M with -z", "lines are not lines then");
    const pattern: Pattern = posixPattern("sed", source, {
      isExtended: this.#options.isExtended,
      ignoresCase: flags.includes("I"),
      isMultiline: flags.includes("M"),
      readEscape: (text, at) => this.#patternEscape(text, at),
      escapesInBrackets: true,
    });
    return { source, flags, pattern };
  }

  #patternEscape(text: string, at: number): { code: number; end: number } | null {
    const read = readSedEscape(text, at);
    // Versions differ about whether such a character is a sign or itself.
    if (read !== null && read.end > at + 2 && /[*.^$[\]\\+?(){}|]/.test(String.fromCodePoint(read.code)))
      this.#refuse(text.slice(at, read.end), "versions of sed take it in different ways");
    return read;
  }

  /** What the sed of BSD takes in another way. */
  #checkDialect(source: string): void {
    if (this.#options.isBsd && /\\[+?|tbBwWsS<>`']/.test(source))
      this.#refuse(`s/${source}/ with -i ''`, "the sed of BSD takes it in another way");
  }

  #transliteration(): SedAction {
    const delimiter = this.#delimiter();
    const [from, to] = [this.#characters(delimiter), this.#characters(delimiter)];
    if (from.length !== to.length) this.#refuse("y", "its sides have different lengths");
    return {
      kind: "transliterate",
      pairs: new Map(from.map((one, index) => [one, to[index] ?? ""]).toReversed() as [string, string][]),
    };
  }

  #characters(delimiter: string): string[] {
    const source = this.#delimited(delimiter, false);
    const found: string[] = [];
    for (let at = 0; at < source.length; ) {
      const own = source[at] === "\\" ? readSedEscape(source, at) : null;
      const character = String.fromCodePoint(own?.code ?? source.codePointAt(at) ?? 0);
      if (own === null && character === "\\") {
        if (source[at + 1] !== "\\") this.#refuse("y", "an escape in it is not known");
        at += 1;
      }
      found.push(character);
      at = own?.end ?? at + character.length;
    }
    return found;
  }

  #delimiter(): string {
    const delimiter = this.#peek();
    if (delimiter === "" || /[\n\\]/.test(delimiter)) this.#refuse("a delimiter", "it is none");
    this.#at += 1;
    return delimiter;
  }

  /** The text up to a delimiter, in which an escaped delimiter is the character itself. */
  #delimited(delimiter: string, isPattern: boolean): string {
    let text = "";
    while (this.#at < this.#source.length) {
      const character = this.#source[this.#at] ?? "";
      const next = this.#source[this.#at + 1] ?? "";
      if (character === delimiter) {
        this.#at += 1;
        return text;
      }
      if (character === "\n" && isPattern) break;
      if (character === "[" && isPattern) {
        const bracket = this.#bracket();
        text += bracket;
        this.#at += bracket.length;
      } else if (character === "\\") {
        text += next === delimiter ? this.#unescaped(delimiter, isPattern) : character + next;
        this.#at += 2;
      } else {
        text += character;
        this.#at += 1;
      }
    }
    return this.#refuse("an expression", "it is not closed");
  }

  #unescaped(delimiter: string, isPattern: boolean): string {
    const signs = this.#options.isExtended ? "|+?*.(){}^$" : "*.^$";
    if (isPattern && signs.includes(delimiter))
      this.#refuse(
        `\\${delimiter}`,
        "versions of sed take an escaped delimiter that is a sign in different ways",
      );
    if (isPattern && /[A-Za-z0-9<>'`]/.test(delimiter))
      this.#refuse(`\\${delimiter}`, "a delimiter is a sign");
    return delimiter === "&" && !isPattern ? "\\&" : delimiter;
  }

  /** A bracket expression as it is written; the bracket alone where none begins. */
  #bracket(): string {
    const source = this.#source;
    let end = this.#at + (source[this.#at + 1] === "^" ? 2 : 1);
    if (source[end] === "]") end += 1;
    for (; end < source.length && source[end] !== "\n" && source[end] !== "]"; end++) {
      const isClass = source[end] === "[" && /[:.=]/.test(source[end + 1] ?? "");
      const close = isClass ? source.indexOf(`${source[end + 1]}]`, end + 2) : -1;
      if (close !== -1) end = close + 1;
    }
    return source[end] === "]" ? source.slice(this.#at, end + 1) : "[";
  }

  #text(name: string): string {
    this.#skip(/[ \t]/);
    const isEscaped = this.#take("\\");
    if (isEscaped) {
      const blanks = /^[ \t]*\n/.exec(this.#source.slice(this.#at, this.#at + 1000));
      if (blanks !== null) this.#at += blanks[0].length;
      if (blanks === null && this.#options.isBsd)
        this.#refuse(`${name} text`, "the sed of BSD does not take it");
      if (blanks !== null && this.#at >= this.#source.length) this.#refuse(name, "it has no text");
    } else if (this.#options.isBsd) this.#refuse(`${name} text`, "the sed of BSD does not take it");
    let text = "";
    for (; this.#at < this.#source.length && this.#peek() !== "\n"; this.#at++) {
      if (this.#peek() !== "\\") {
        text += this.#peek();
        continue;
      }
      const own = readSedEscape(this.#source, this.#at);
      const isFirst = text === "" && isEscaped;
      if (own !== null && own.end > this.#at + 2) this.#refuse(name, "an escape in its text is not known");
      text += own === null || isFirst ? (this.#source[this.#at + 1] ?? "") : String.fromCodePoint(own.code);
      this.#at += 1;
    }
    if (text === "" && !isEscaped) this.#refuse(name, "it has no text");
    return text === "" ? "" : `${text}\n`;
  }

  #flags(known: RegExp): string {
    let flags = "";
    while (known.test(this.#peek())) {
      flags += this.#peek();
      this.#at += 1;
    }
    return flags;
  }

  /** A label, up to a semicolon or blank. */
  #word(): string {
    this.#skip(/[ \t]/);
    const [word = ""] = /^[^\s;}]*/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += word.length;
    this.#skip(/[ \t]/);
    return word;
  }

  #digits(): string {
    const [digits = ""] = /^\d{0,9}/.exec(this.#source.slice(this.#at, this.#at + 9)) ?? [];
    this.#at += digits.length;
    return digits;
  }

  #restOfLine(): string {
    const end = this.#source.indexOf("\n", this.#at);
    const rest = this.#source.slice(this.#at, end === -1 ? this.#source.length : end);
    this.#at += rest.length;
    return rest;
  }

  #peek(): string {
    return this.#source[this.#at] ?? "";
  }

  #take(sign: string): boolean {
    if (!this.#source.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #skip(what: RegExp): void {
    while (this.#peek() !== "" && what.test(this.#peek())) this.#at += 1;
  }

  #refuse(form: string, why: string): never {
    throw new Refused("sed", form, why);
  }
}
