import { type Pattern, posixPattern } from "../regex/pattern.ts";
import { readReplacement } from "./replacement.ts";
import { refuse, ScriptText } from "./script-text.ts";
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
  readonly #script: ScriptText;
  readonly #options: ScriptOptions;

  constructor(source: string, options: ScriptOptions) {
    this.#script = new ScriptText(source, options.isExtended);
    this.#options = options;
  }

  read(): SedCommand[] {
    const commands: SedCommand[] = [];
    const labels = new Map<string, number>();
    const open: number[] = [];
    for (;;) {
      this.#script.skip(/[\s;]/);
      if (this.#script.at >= this.#script.source.length) break;
      if (this.#script.peek() === "#") {
        this.#script.restOfLine();
        continue;
      }
      const from = this.#address();
      this.#script.skip(/[ \t]/);
      const to = from !== null && this.#script.take(",") ? this.#rangeEnd() : null;
      this.#script.skip(/[ \t]/);
      const isNegated = this.#script.take("!");
      this.#script.skip(/[ \t!]/);
      if (from?.kind === "line" && from.number === 0 && to?.kind !== "pattern") refuse("0", "it is no line");
      const name = this.#script.peek();
      this.#script.at += 1;
      if (name === ":") {
        if (from !== null) refuse(":", "a label has no address");
        labels.set(this.#script.word(), commands.length);
        continue;
      }
      const action = this.#action(name);
      if (action.kind === "{") open.push(commands.length);
      commands.push({ from, to, isNegated, action });
      if (action.kind === "}") {
        const start = commands[open.pop() ?? -1]?.action;
        if (start?.kind !== "{" || from !== null) return refuse("}", "nothing is open");
        start.end = commands.length;
      }
    }
    if (open.length > 0) refuse("{", "it is not closed");
    for (const { action } of commands)
      if (action.kind === "branch") {
        const target = action.label === "" ? commands.length : labels.get(action.label);
        if (target === undefined) return refuse(`b ${action.label}`, "there is no such label");
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
      return { kind: "branch", name, label: this.#script.word(), target: 0 };
    if (name === "q" || name === "Q") {
      this.#script.skip(/[ \t]/);
      return this.#ended({ kind: "quit", name, exitCode: Number(this.#script.digits()) });
    }
    if (name === "r" || name === "w") {
      this.#script.skip(/[ \t]/);
      const file = this.#script.restOfLine();
      if (file === "") refuse(name, "no file is named");
      return { kind: "file", name, file };
    }
    if (name === "y") return this.#ended(this.#transliteration());
    if (name === "s") return this.#substitution();
    return refuse(name === "" ? "an address without a command" : `the command ${name}`, "it is not known");
  }

  /** A command ends at a semicolon, a line, a closing brace or a comment. */
  #ended(action: SedAction): SedAction {
    this.#script.skip(/[ \t]/);
    const next = this.#script.peek();
    if (next !== "" && !/[;\n}#]/.test(next))
      refuse(this.#script.source.slice(this.#script.at - 1, this.#script.at + 9), "it is not known");
    return action;
  }

  #address(): Address | null {
    const digits = this.#script.digits();
    if (digits !== "") {
      this.#script.skip(/[ \t]/);
      if (!this.#script.take("~")) return { kind: "line", number: Number(digits) };
      return { kind: "step", first: Number(digits), step: Number(this.#script.digits()) };
    }
    if (this.#script.take("$")) return { kind: "last" };
    const isCustom = this.#script.peek() === "\\";
    if (!isCustom && this.#script.peek() !== "/") return null;
    this.#script.at += isCustom ? 1 : 0;
    const delimiter = this.#script.delimiter();
    const source = this.#script.delimited(delimiter, true);
    const flags = this.#script.flags(/[IM]/);
    return { kind: "pattern", pattern: this.#pattern(source, flags) };
  }

  #rangeEnd(): Address {
    this.#script.skip(/[ \t]/);
    if (this.#script.take("+")) return { kind: "more", count: Number(this.#script.digits()) };
    if (this.#script.take("~")) return { kind: "multiple", of: Number(this.#script.digits()) };
    return this.#address() ?? refuse(",", "a range has no end");
  }

  #substitution(): SedAction {
    const start = this.#script.at - 1;
    const delimiter = this.#script.delimiter();
    const source = this.#script.delimited(delimiter, true);
    const right = this.#script.delimited(delimiter, false);
    const flags = this.#script.flags(/[gpiImM0-9]/);
    this.#script.skip(/[ \t]/);
    const file = this.#script.take("w") ? this.#script.restOfLine().replace(/^[ \t]+/, "") : null;
    const written = this.#script.source.slice(start, this.#script.at);
    const replacement = readReplacement(right);
    if (replacement === null) return refuse(written, "an escape on its right side is not known");
    const [number = ""] = /\d+/.exec(flags) ?? [];
    if (number === "0" || /\d\D+\d/.test(flags) || file === "") refuse(written, "its flags are not known");
    const pattern = this.#pattern(source, flags.replace(/[gp0-9]/g, "").toUpperCase());
    if (replacement.highestGroup > (pattern.pattern?.groups ?? 9))
      refuse(written, "its right side refers to a group that there is not");
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
    if (flags.includes("M") && this.#options.hasNullData) refuse("M with -z", "lines are not lines then");
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
      refuse(text.slice(at, read.end), "versions of sed take it in different ways");
    return read;
  }

  /** What the sed of BSD takes in another way. */
  #checkDialect(source: string): void {
    if (this.#options.isBsd && /\\[+?|tbBwWsS<>`']/.test(source))
      refuse(`s/${source}/ with -i ''`, "the sed of BSD takes it in another way");
  }

  #transliteration(): SedAction {
    const delimiter = this.#script.delimiter();
    const [from, to] = [this.#characters(delimiter), this.#characters(delimiter)];
    if (from.length !== to.length) refuse("y", "its sides have different lengths");
    return {
      kind: "transliterate",
      pairs: new Map(from.map((one, index) => [one, to[index] ?? ""]).toReversed() as [string, string][]),
    };
  }

  #characters(delimiter: string): string[] {
    const source = this.#script.delimited(delimiter, false);
    const found: string[] = [];
    for (let at = 0; at < source.length; ) {
      const own = source[at] === "\\" ? readSedEscape(source, at) : null;
      const character = String.fromCodePoint(own?.code ?? source.codePointAt(at) ?? 0);
      if (own === null && character === "\\") {
        if (source[at + 1] !== "\\") refuse("y", "an escape in it is not known");
        at += 1;
      }
      found.push(character);
      at = own?.end ?? at + character.length;
    }
    return found;
  }

  #text(name: string): string {
    this.#script.skip(/[ \t]/);
    const isEscaped = this.#script.take("\\");
    if (isEscaped) {
      const blanks = /^[ \t]*\n/.exec(this.#script.source.slice(this.#script.at, this.#script.at + 1000));
      if (blanks !== null) this.#script.at += blanks[0].length;
      if (blanks === null && this.#options.isBsd) refuse(`${name} text`, "the sed of BSD does not take it");
      if (blanks !== null && this.#script.at >= this.#script.source.length) refuse(name, "it has no text");
    } else if (this.#options.isBsd) refuse(`${name} text`, "the sed of BSD does not take it");
    let text = "";
    for (; this.#script.at < this.#script.source.length && this.#script.peek() !== "\n"; this.#script.at++) {
      if (this.#script.peek() !== "\\") {
        text += this.#script.peek();
        continue;
      }
      const own = readSedEscape(this.#script.source, this.#script.at);
      const isFirst = text === "" && isEscaped;
      if (own !== null && own.end > this.#script.at + 2) refuse(name, "an escape in its text is not known");
      text +=
        own === null || isFirst
          ? (this.#script.source[this.#script.at + 1] ?? "")
          : String.fromCodePoint(own.code);
      this.#script.at += 1;
    }
    if (text === "" && !isEscaped) refuse(name, "it has no text");
    return text === "" ? "" : `${text}\n`;
  }
}
