/** A piece of a word of a shell line. What is not `quoted` is split at blanks and may hold wildcards. */
type WordPart =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | { readonly kind: "variable"; readonly name: string; readonly quoted: boolean }
  | { readonly kind: "substitution"; readonly line: string; readonly quoted: boolean };

export type Word = readonly WordPart[];

/** A shell line that is read from its start: words, and what lies between them. */
export class ShellText {
  readonly #line: string;
  #at = 0;

  constructor(line: string) {
    this.#line = line;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#line.length;
  }

  /** The word up to the next blank or operator; empty parts stay, since `""` is a word too. Null when it is not read. */
  word(): Word | null {
    const parts: WordPart[] = [];
    if (this.#peek() === "~") {
      const home = this.#home();
      if (home === null) return null;
      parts.push(home);
    }
    while (this.#at < this.#line.length && !/[ \t\n;|&<>]/.test(this.#peek())) {
      const part = this.#part();
      if (part === null) return null;
      parts.push(...part);
    }
    return parts;
  }

  /** The name of an assignment, with its `=`, when one begins here. */
  assignment(): string | null {
    const found = /^([A-Za-z_]\w*)=/.exec(this.#line.slice(this.#at, this.#at + 256));
    if (found?.[1] === undefined) return null;
    this.#at += found[0].length;
    return found[1];
  }

  isAt(options: readonly string[]): boolean {
    return options.some((option) => this.#line.startsWith(option, this.#at));
  }

  /** Passes over the first of the options that stands here, and gives it; null when there is none. */
  take(options: readonly string[]): string | null {
    const found = options.find((option) => this.#line.startsWith(option, this.#at)) ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }

  /** Blanks, and a comment behind them: it begins where a word would, and ends with its line. */
  blanks(): void {
    while (/[ \t]/.test(this.#peek()) || this.#line.startsWith("\\\n", this.#at)) {
      this.#at += this.#line.startsWith("\\\n", this.#at) ? 2 : 1;
    }
    if (this.#peek() !== "#") return;
    const end = this.#line.indexOf("\n", this.#at);
    this.#at = end === -1 ? this.#line.length : end;
  }

  /** Lines on which no command stands may lie before each command, even within a list or a pipeline. */
  emptyLines(): void {
    this.blanks();
    while (this.#peek() === "\n") {
      this.#at += 1;
      this.blanks();
    }
  }

  /** The home folder of the one who runs the shell; null for a tilde that stands for another folder or for itself. */
  #home(): WordPart | null {
    if (!/^(?:[/ \t\n;|&<>]|$)/.test(this.#line.slice(this.#at + 1, this.#at + 2))) return null;
    this.#at += 1;
    return { kind: "variable", name: "HOME", quoted: true };
  }

  #part(): WordPart[] | null {
    const character = this.#peek();
    if (character === "'") {
      const text = this.#upTo("'", 1);
      return text === null ? null : [{ kind: "text", text, quoted: true }];
    }
    if (character === '"') return this.#doubleQuoted();
    if (character === "$" || character === "`") return this.#expansion(false);
    if (character === "(" || character === ")") return null;
    if (character === "\\") {
      const text = this.#line[this.#at + 1] ?? "";
      this.#at += 2;
      return [{ kind: "text", text: text === "\n" ? "" : text, quoted: true }];
    }
    // Behind these two some shells put the home folder where others leave the tilde.
    if (character === "~" && /[=:]/.test(this.#line[this.#at - 1] ?? "")) return null;
    this.#at += 1;
    return [{ kind: "text", text: character, quoted: false }];
  }

  #doubleQuoted(): WordPart[] | null {
    const parts: WordPart[] = [{ kind: "text", text: "", quoted: true }];
    this.#at += 1;
    for (;;) {
      const character = this.#peek();
      if (character === "") return null;
      if (character === '"') {
        this.#at += 1;
        return parts;
      }
      if (character === "$" || character === "`") {
        const expansion = this.#expansion(true);
        if (expansion === null) return null;
        parts.push(...expansion);
        continue;
      }
      const isEscape = character === "\\" && /["$`\\\n]/.test(this.#line[this.#at + 1] ?? "");
      const text = isEscape ? (this.#line[this.#at + 1] ?? "") : character;
      this.#at += isEscape ? 2 : 1;
      parts.push({ kind: "text", text: isEscape && text === "\n" ? "" : text, quoted: true });
    }
  }

  #expansion(quoted: boolean): WordPart[] | null {
    const rest = this.#line.slice(this.#at, this.#at + 256);
    if (rest.startsWith("`")) {
      const line = this.#upTo("`", 1);
      // A backslash within has a meaning before the line in it is read.
      return line === null || line.includes("\\") ? null : [{ kind: "substitution", line, quoted }];
    }
    if (rest.startsWith("$((")) return null;
    if (rest.startsWith("$(")) {
      const line = this.#substitution();
      return line === null ? null : [{ kind: "substitution", line, quoted }];
    }
    const found = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/.exec(rest);
    const name = found?.[1] ?? found?.[2];
    if (found === null || name === undefined) {
      if (/^\$[{?#@*!$0-9-]/.test(rest)) return null;
      this.#at += 1;
      return [{ kind: "text", text: "$", quoted }];
    }
    this.#at += found[0].length;
    return [{ kind: "variable", name, quoted }];
  }

  /** The inside of `$( )`; parentheses within it must balance, and quotes hide them. Null where a comment may. */
  #substitution(): string | null {
    const start = this.#at + 2;
    let depth = 1;
    let quote = "";
    for (let at = start; at < this.#line.length; at++) {
      const character = this.#line[at] ?? "";
      if (character === "\\" && quote !== "'") at += 1;
      else if (quote !== "") quote = character === quote ? "" : quote;
      else if (character === "'" || character === '"') quote = character;
      else if (character === "(") depth += 1;
      else if (character === ")") depth -= 1;
      else if (character === "#" && /[\s;|&(]/.test(this.#line[at - 1] ?? "")) return null;
      if (depth === 0) {
        this.#at = at + 1;
        return this.#line.slice(start, at);
      }
    }
    return null;
  }

  #upTo(end: string, skip: number): string | null {
    const close = this.#line.indexOf(end, this.#at + skip);
    if (close === -1) return null;
    const text = this.#line.slice(this.#at + skip, close);
    this.#at = close + end.length;
    return text;
  }

  #peek(): string {
    return this.#line[this.#at] ?? "";
  }
}
