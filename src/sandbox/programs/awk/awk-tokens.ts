import { Refused } from "../../host/desk/program.ts";

/** A part of a program. A division and a pattern begin alike, so that who parses asks for a pattern. */
export interface AwkToken {
  readonly kind: "number" | "text" | "name" | "call" | "sign" | "newline" | "end";
  readonly text: string;
  /** Whether blanks stand before it. */
  readonly isApart: boolean;
}

const signs = [
  ...["&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "==", "<=", ">=", "!=", "!~", ">>"],
  ...[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ";",
    ",",
    "+",
    "-",
    "*",
    "/",
    "%",
    "^",
    "!",
    ">",
    "<",
    "|",
    "?",
    ":",
    "~",
    "$",
    "=",
  ],
];
const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  f: "\f",
  v: "\v",
  a: "\x07",
  b: "\b",
  "\\": "\\",
  '"': '"',
};

/** Reads the parts of a program of awk one after the other. */
export class AwkTokens {
  readonly #source: string;
  #at = 0;
  #next: AwkToken | null = null;
  #before = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get next(): AwkToken {
    if (this.#next === null) {
      this.#before = this.#at;
      this.#next = this.#read();
    }
    return this.#next;
  }

  take(): AwkToken {
    const { next } = this;
    this.#next = null;
    return next;
  }

  /** Reads the next part, which begins with a slash, as a pattern. */
  takePattern(): string {
    this.#at = this.#source.indexOf("/", this.#before) + 1;
    this.#next = null;
    let pattern = "";
    for (let isBracket = false; ; this.#at++) {
      const character = this.#source[this.#at] ?? "";
      if (character === "" || character === "\n") throw new Refused("awk", `/${pattern}`, "it is not closed");
      if (character === "/" && isBracket)
        throw new Refused(
          "awk",
          `/${pattern}/`,
          "versions of awk take a slash in brackets in different ways",
        );
      if (character === "/") break;
      if (character === "[") isBracket = true;
      if (character === "]" && !/\[\^?$/.test(pattern)) isBracket = false;
      if (character === "\\") {
        this.#at += 1;
        const escaped = this.#source[this.#at] ?? "";
        pattern += escaped === "/" ? "/" : `\\${escaped}`;
      } else pattern += character;
    }
    this.#at += 1;
    return pattern;
  }

  /** Throws a Refused that shows where the reading has come to. */
  refuse(why: string): never {
    void this.next;
    const rest = this.#source.slice(this.#before).trimStart().split("\n")[0] ?? "";
    throw new Refused("awk", rest === "" ? "its end" : rest.slice(0, 60), why);
  }

  #read(): AwkToken {
    const source = this.#source;
    const start = this.#at;
    for (;;) {
      if (/[ \t\r]/.test(source[this.#at] ?? "")) this.#at += 1;
      else if (source.startsWith("\\\n", this.#at)) this.#at += 2;
      else if (source[this.#at] === "#") {
        const end = source.indexOf("\n", this.#at);
        this.#at = end === -1 ? source.length : end;
      } else break;
    }
    const isApart = this.#at > start;
    const token = (kind: AwkToken["kind"], text: string) => ({ kind, text, isApart });
    const character = source[this.#at] ?? "";
    if (character === "") return token("end", "");
    if (character === "\n") {
      this.#at += 1;
      return token("newline", "\n");
    }
    if (character === '"') return token("text", this.#text());
    const part = source.slice(this.#at, this.#at + 200);
    const [number] = /^(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][-+]?\d{1,4})?/.exec(part) ?? [];
    if (number !== undefined) {
      this.#at += number.length;
      return token("number", number);
    }
    const [name] = /^[A-Za-z_]\w*/.exec(part) ?? [];
    if (name !== undefined) {
      this.#at += name.length;
      return token(source[this.#at] === "(" ? "call" : "name", name);
    }
    const sign = signs.find((one) => part.startsWith(one));
    if (sign === undefined) throw new Refused("awk", part.slice(0, 20), "it is not known");
    this.#at += sign.length;
    return token("sign", sign);
  }

  #text(): string {
    let text = "";
    for (this.#at += 1; ; this.#at++) {
      const character = this.#source[this.#at] ?? "";
      if (character === "" || character === "\n") throw new Refused("awk", `"${text}`, "it is not closed");
      if (character === '"') break;
      if (character !== "\\") {
        text += character;
        continue;
      }
      const rest = this.#source.slice(this.#at, this.#at + 4);
      const [written, octal] = /^\\([0-7]{1,3})/.exec(rest) ?? [];
      const letter = rest[1] ?? "";
      if (written !== undefined && octal !== undefined) {
        const code = Number.parseInt(octal, 8);
        if (code > 127) throw new Refused("awk", written, "it is a byte beyond ASCII");
        text += String.fromCharCode(code);
        this.#at += written.length - 1;
        continue;
      }
      this.#at += 1;
      if (letter === "\n") continue;
      if (!Object.hasOwn(escapes, letter))
        throw new Refused(
          "awk",
          `\\${letter} in a text`,
          "versions of awk keep the backslash or leave it out",
        );
      text += escapes[letter];
    }
    this.#at += 1;
    return text;
  }
}
