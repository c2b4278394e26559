import { Refused } from "../../host/desk/program.ts";

/** Says that a form of the script is not known. Throws a Refused. */
export function refuse(form: string, why: string): never {
  throw new Refused("sed", form, why);
}

/** The text of a script of sed and how far it is read: what all commands are made of, whatever they mean. */
export class ScriptText {
  readonly source: string;
  /** The offset of the next character. */
  at = 0;
  readonly #isExtended: boolean;

  constructor(source: string, isExtended: boolean) {
    this.source = source;
    this.#isExtended = isExtended;
  }

  /** The flags that follow; `known` is the pattern of one of them. */
  flags(known: RegExp): string {
    let flags = "";
    while (known.test(this.peek())) {
      flags += this.peek();
      this.at += 1;
    }
    return flags;
  }

  /** A label, up to a semicolon or blank. */
  word(): string {
    this.skip(/[ \t]/);
    const [word = ""] = /^[^\s;}]*/.exec(this.source.slice(this.at)) ?? [];
    this.at += word.length;
    this.skip(/[ \t]/);
    return word;
  }

  /** At most nine digits; empty where none stands. */
  digits(): string {
    const [digits = ""] = /^\d{0,9}/.exec(this.source.slice(this.at, this.at + 9)) ?? [];
    this.at += digits.length;
    return digits;
  }

  /** What is left of the line, without its end. */
  restOfLine(): string {
    const end = this.source.indexOf("\n", this.at);
    const rest = this.source.slice(this.at, end === -1 ? this.source.length : end);
    this.at += rest.length;
    return rest;
  }

  /** The next character; empty at the end. */
  peek(): string {
    return this.source[this.at] ?? "";
  }

  /** Steps over the sign; false where something else stands. */
  take(sign: string): boolean {
    if (!this.source.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  /** Steps over all characters of a kind. */
  skip(what: RegExp): void {
    while (this.peek() !== "" && what.test(this.peek())) this.at += 1;
  }

  /** The character that opens an expression and will close it. */
  delimiter(): string {
    const delimiter = this.peek();
    if (delimiter === "" || /[\n\\]/.test(delimiter)) refuse("a delimiter", "it is none");
    this.at += 1;
    return delimiter;
  }

  /** The text up to a delimiter, in which an escaped delimiter is the character itself. */
  delimited(delimiter: string, isPattern: boolean): string {
    let text = "";
    while (this.at < this.source.length) {
      const character = this.source[this.at] ?? "";
      const next = this.source[this.at + 1] ?? "";
      if (character === delimiter) {
        this.at += 1;
        return text;
      }
      if (character === "\n" && isPattern) break;
      if (character === "[" && isPattern) {
        const bracket = this.#bracket();
        text += bracket;
        this.at += bracket.length;
      } else if (character === "\\") {
        text += next === delimiter ? this.#unescaped(delimiter, isPattern) : character + next;
        this.at += 2;
      } else {
        text += character;
        this.at += 1;
      }
    }
    return refuse("an expression", "it is not closed");
  }

  #unescaped(delimiter: string, isPattern: boolean): string {
    const signs = this.#isExtended ? "|+?*.(){}^$" : "*.^$";
    if (isPattern && signs.includes(delimiter))
      refuse(`\\${delimiter}`, "versions of sed take an escaped delimiter that is a sign in different ways");
    if (isPattern && /[A-Za-z0-9<>'`]/.test(delimiter)) refuse(`\\${delimiter}`, "a delimiter is a sign");
    return delimiter === "&" && !isPattern ? "\\&" : delimiter;
  }

  /** A bracket expression as it is written; the bracket alone where none begins. */
  #bracket(): string {
    const source = this.source;
    let end = this.at + (source[this.at + 1] === "^" ? 2 : 1);
    if (source[end] === "]") end += 1;
    for (; end < source.length && source[end] !== "\n" && source[end] !== "]"; end++) {
      const isClass = source[end] === "[" && /[:.=]/.test(source[end + 1] ?? "");
      const close = isClass ? source.indexOf(`${source[end + 1]}]`, end + 2) : -1;
      if (close !== -1) end = close + 1;
    }
    return source[end] === "]" ? source.slice(this.at, end + 1) : "[";
  }
}
