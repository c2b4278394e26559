/** A piece of a word of a shell line. What is not `quoted` is split at blanks and may hold wildcards. */
type WordPart =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | { readonly kind: "variable"; readonly name: string; readonly quoted: boolean }
  | { readonly kind: "substitution"; readonly line: string; readonly quoted: boolean };

export type Word = readonly WordPart[];

/** `target` is null for a redirection to another stream, such as `2>&1`. */
export interface Redirection {
  readonly stream: "stdin" | "stdout" | "stderr" | "both";
  readonly append: boolean;
  readonly target: Word | null;
}

export interface SimpleCommand {
  readonly assignments: readonly { readonly name: string; readonly value: Word }[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
}

/** One pipeline, and when it runs: always, or depending on how the one before it ended. */
export interface Pipeline {
  readonly after: ";" | "&&" | "||";
  readonly commands: readonly SimpleCommand[];
}

const operators = ["&&", "||", ";", "\n", "|", "&"];
const redirections = ["&>>", "&>", "2>>", "2>", "1>>", "1>", ">>", ">", "<"];
const keywords = new Set([
  "if",
  "for",
  "while",
  "until",
  "case",
  "select",
  "function",
  "{",
  "}",
  "!",
  "[[",
  "time",
]);

/**
 * Reads a shell line: commands with `&&`, `||`, `;` and `|`, quotes, variables, command substitution, assignments and
 * redirections. Gives null for everything else, such as loops, groups, arithmetic and here-documents, because a line
 * that is half understood would be half recorded.
 * See https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html.
 */
export function readShellLine(line: string): Pipeline[] | null {
  const reader = new Reader(line.trim());
  return reader.line();
}

class Reader {
  readonly #line: string;
  #at = 0;

  constructor(line: string) {
    this.#line = line;
  }

  line(): Pipeline[] | null {
    const pipelines: Pipeline[] = [];
    let after: Pipeline["after"] = ";";
    while (this.#at < this.#line.length) {
      const commands: SimpleCommand[] = [];
      do {
        const command = this.#command();
        if (command === null) return null;
        commands.push(command);
      } while (this.#take(["||"], false) === null && this.#take(["|"]) !== null);
      pipelines.push({ after, commands });
      const operator = this.#take(operators);
      if (operator === null && this.#at < this.#line.length) return null;
      if (operator === "&") return null;
      after = operator === "&&" || operator === "||" ? operator : ";";
      this.#blanks();
    }
    return pipelines;
  }

  #command(): SimpleCommand | null {
    const assignments: { name: string; value: Word }[] = [];
    const words: Word[] = [];
    const found: Redirection[] = [];
    for (;;) {
      this.#blanks();
      const redirection = this.#redirection();
      if (redirection === null) return null;
      if (redirection !== "none") {
        found.push(redirection);
        continue;
      }
      if (this.#at >= this.#line.length || this.#take(operators, false) !== null) break;
      const assigned = words.length === 0 ? this.#assignment() : null;
      const word = this.#word();
      if (word === null) return null;
      if (assigned !== null) assignments.push({ name: assigned, value: word });
      else if (words.length === 0 && isKeyword(word)) return null;
      else words.push(word);
    }
    const isEmpty = words.length === 0 && assignments.length === 0;
    return isEmpty ? null : { assignments, words, redirections: found };
  }

  #assignment(): string | null {
    const found = /^([A-Za-z_]\w*)=/.exec(this.#line.slice(this.#at, this.#at + 256));
    if (found?.[1] === undefined) return null;
    this.#at += found[0].length;
    return found[1];
  }

  #redirection(): Redirection | null | "none" {
    if (this.#line.startsWith("<<", this.#at)) return null;
    const operator = this.#take(redirections);
    if (operator === null) return "none";
    const stream = operator.startsWith("&") ? "both" : operator.startsWith("2") ? "stderr" : "stdout";
    const append = operator.endsWith(">>");
    if (this.#take(["&1", "&2"]) !== null) return { stream, append, target: null };
    this.#blanks();
    const target = this.#word();
    if (target === null || target.length === 0) return null;
    return { stream: operator === "<" ? "stdin" : stream, append, target };
  }

  /** A word up to the next blank or operator; empty parts stay, since `""` is a word too. */
  #word(): Word | null {
    const parts: WordPart[] = [];
    while (this.#at < this.#line.length && !/[\s;|&<>]/.test(this.#peek())) {
      const part = this.#part();
      if (part === null) return null;
      parts.push(...part);
    }
    return parts;
  }

  #part(): WordPart[] | null {
    const character = this.#peek();
    if (character === "'") {
      const text = this.#upTo("'", 1);
      return text === null ? null : [{ kind: "text", text, quoted: true }];
    }
    if (character === '"') return this.#doubleQuoted();
    if (character === "$" || character === "`") return this.#expansion(false);
    const isComment = character === "#" && /^\s?$/.test(this.#line[this.#at - 1] ?? "");
    if (character === "(" || character === ")" || isComment) return null;
    if (character === "\\") {
      const text = this.#line[this.#at + 1] ?? "";
      this.#at += 2;
      return [{ kind: "text", text: text === "\n" ? "" : text, quoted: true }];
    }
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
      return line === null ? null : [{ kind: "substitution", line, quoted }];
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

  /** The inside of `$( )`; parentheses within it must balance, and quotes hide them. */
  #substitution(): string | null {
    const start = this.#at + 2;
    let depth = 1;
    let quote = "";
    for (let at = start; at < this.#line.length; at++) {
      const character = this.#line[at] ?? "";
      if (quote !== "") quote = character === quote ? "" : quote;
      else if (character === "'" || character === '"') quote = character;
      else if (character === "(") depth += 1;
      else if (character === ")") depth -= 1;
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

  #take(options: readonly string[], consume = true): string | null {
    const found = options.find((option) => this.#line.startsWith(option, this.#at)) ?? null;
    if (consume && found !== null) this.#at += found.length;
    return found;
  }

  #peek(): string {
    return this.#line[this.#at] ?? "";
  }

  #blanks(): void {
    while (/[ \t]/.test(this.#peek()) || this.#line.startsWith("\\\n", this.#at)) {
      this.#at += this.#line.startsWith("\\\n", this.#at) ? 2 : 1;
    }
  }
}

function isKeyword(word: Word): boolean {
  return keywords.has(word.map((part) => (part.kind === "text" && !part.quoted ? part.text : "\0")).join(""));
}
