import { readBracket } from "./bracket.ts";
import { shortClasses } from "./character-classes.ts";
import { type CharacterSet, everyCharacter, inBothCases, oneCharacter } from "./character-set.ts";
import { type Border, PatternError, type PatternNode } from "./pattern-tree.ts";

/** How a regular expression of POSIX is written. */
export interface PosixSyntax {
  readonly isExtended: boolean;
  readonly ignoresCase: boolean;
  /** Whether `^` and `$` are at every line, as with the flag `M` of sed. */
  readonly isMultiline: boolean;
  /** An escape that the program has of its own, such as `\t`; null where it has none there. */
  readonly readEscape: ((source: string, at: number) => { code: number; end: number } | null) | null;
  /** Whether a brace that opens no interval is itself, as in grep and awk. */
  readonly hasLooseBraces?: boolean;
  /** Whether the escapes of the program count in brackets as well. */
  readonly escapesInBrackets: boolean;
}

const borders: ReadonlyMap<string, Border> = new Map([
  ["b", "word"],
  ["B", "not word"],
  ["<", "word start"],
  [">", "word end"],
  ["`", "text start"],
  ["'", "text end"],
]);

/** As in glibc. */
const mostRepetitions = 32767;

/**
 * Reads a basic or extended regular expression with the additions of GNU
 * (https://www.gnu.org/software/sed/manual/html_node/Regular-Expressions.html). Throws a PatternError for one that the
 * real programs refuse as well, and for one that they take in different ways.
 */
export function parsePosix(source: string, syntax: PosixSyntax): { tree: PatternNode; groups: number } {
  const parser = new PosixParser(source, syntax);
  const tree = parser.alternatives(0);
  return { tree, groups: parser.groups };
}

class PosixParser {
  groups = 0;
  readonly #source: string;
  readonly #syntax: PosixSyntax;
  /** The groups that can be referred to: those which are closed, and not in another alternative. */
  #closed: ReadonlySet<number> = new Set<number>();
  #at = 0;

  constructor(source: string, syntax: PosixSyntax) {
    this.#source = source;
    this.#syntax = syntax;
  }

  alternatives(depth: number): PatternNode {
    if (depth > 200) throw new PatternError("its groups nest too deeply");
    const before = this.#closed;
    const ways = [this.#sequence(depth)];
    let after = this.#closed;
    while (this.#takeOperator("|")) {
      this.#closed = before;
      ways.push(this.#sequence(depth));
      after = new Set([...after, ...this.#closed]);
    }
    this.#closed = after;
    if (depth === 0 && this.#at < this.#source.length)
      throw new PatternError("a group is closed that is not open");
    return ways.length === 1 && ways[0] !== undefined ? ways[0] : { kind: "either", ways };
  }

  #sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    let isStart = true;
    while (this.#at < this.#source.length && !this.#isOperator("|") && !this.#isOperator(")")) {
      const repeated = this.#quantifier();
      if (repeated !== null && (isStart || parts.length === 0)) {
        if (this.#syntax.isExtended || repeated.text.length > 2) throw new PatternError("it repeats nothing");
        parts.push(this.#character(repeated.text.slice(-1)));
      } else if (repeated !== null) {
        parts.push({ kind: "repeat", body: parts.pop() as PatternNode, ...repeated.bounds, isLazy: false });
      } else {
        const part = this.#part(depth, isStart);
        const isAnchor = part.kind === "border" && this.#source[this.#at - 1] === "^";
        parts.push(part);
        isStart = isStart && isAnchor && !this.#syntax.isExtended;
        continue;
      }
      isStart = false;
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "sequence", parts };
  }

  #part(depth: number, isStart: boolean): PatternNode {
    const { isExtended, isMultiline } = this.#syntax;
    if (this.#takeOperator("(")) return this.#group(depth);
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    if (character === "\\") return this.#escaped();
    if (character === ".") return { kind: "set", set: everyCharacter };
    if (character === "[") {
      const { readEscape, escapesInBrackets, ignoresCase } = this.#syntax;
      const options = { ignoresCase, readEscape: escapesInBrackets ? readEscape : null };
      const { set, end } = readBracket(this.#source, this.#at, options);
      this.#at = end;
      return { kind: "set", set };
    }
    if (character === "^" && (isExtended || isStart))
      return { kind: "border", border: isMultiline ? "line start" : "text start" };
    const isEnd = this.#at >= this.#source.length || this.#isOperator(")") || this.#isOperator("|");
    if (character === "$" && (isExtended || isEnd))
      return { kind: "border", border: isMultiline ? "line end" : "text end" };
    return this.#character(character);
  }

  #group(depth: number): PatternNode {
    this.groups += 1;
    const index = this.groups;
    const body = this.alternatives(depth + 1);
    if (!this.#takeOperator(")")) throw new PatternError("a group is not closed");
    this.#closed = new Set([...this.#closed, index]);
    return { kind: "group", index, body };
  }

  #escaped(): PatternNode {
    const own = this.#syntax.readEscape?.(this.#source, this.#at - 1) ?? null;
    if (own !== null) {
      this.#at = own.end;
      return this.#character(String.fromCodePoint(own.code));
    }
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    if (this.#at >= this.#source.length) throw new PatternError("it ends in a backslash");
    this.#at += character.length;
    const border = borders.get(character);
    if (border !== undefined) return { kind: "border", border };
    const short = shortClasses.get(character);
    if (short !== undefined) return { kind: "set", set: short };
    if (/[1-9]/.test(character)) {
      if (!this.#closed.has(Number(character))) throw new PatternError(`there is no group ${character}`);
      return { kind: "same", index: Number(character) };
    }
    if (/[A-Za-z0-9]/.test(character)) throw new PatternError(`\\${character} is no sign of POSIX`);
    return this.#character(character);
  }

  #character(character: string): PatternNode {
    const one: CharacterSet = oneCharacter(character.codePointAt(0) ?? 0);
    return { kind: "set", set: this.#syntax.ignoresCase ? inBothCases(one) : one };
  }

  #quantifier(): { text: string; bounds: { min: number; max: number } } | null {
    const start = this.#at;
    const simple = { "*": [0, Infinity], "+": [1, Infinity], "?": [0, 1] } as const;
    for (const [sign, [min, max]] of Object.entries(simple))
      if (sign === "*" ? this.#source[this.#at] === "*" : this.#isOperator(sign)) {
        this.#at += sign === "*" || this.#syntax.isExtended ? 1 : 2;
        return { text: this.#source.slice(start, this.#at), bounds: { min, max } };
      }
    if (this.#syntax.hasLooseBraces && this.#syntax.isExtended) {
      const opens = /^\{(?:\d{1,6}(?:,\d{0,6})?|,\d{1,6})\}/.test(
        this.#source.slice(this.#at, this.#at + 16),
      );
      if (!opens) return null;
    }
    if (!this.#takeOperator("{")) return null;
    const end = this.#source.indexOf(this.#syntax.isExtended ? "}" : "\\}", this.#at);
    const [, first, comma, second] = /^(\d{0,6})(,?)(\d{0,6})$/.exec(this.#source.slice(this.#at, end)) ?? [];
    if (end === -1 || first === undefined || (first === "" && comma === ""))
      throw new PatternError("a brace opens no interval");
    const min = Number(first);
    const max = comma === "" ? min : second === "" ? Infinity : Number(second);
    if (min > max || (max < Infinity ? max : min) > mostRepetitions)
      throw new PatternError("an interval is no interval");
    this.#at = end + (this.#syntax.isExtended ? 1 : 2);
    return { text: this.#source.slice(start, this.#at), bounds: { min, max } };
  }

  /** Extended operators stand alone, basic ones behind a backslash. */
  #isOperator(sign: string): boolean {
    return this.#source.startsWith(this.#syntax.isExtended ? sign : `\\${sign}`, this.#at);
  }

  #takeOperator(sign: string): boolean {
    if (!this.#isOperator(sign)) return false;
    this.#at += this.#syntax.isExtended ? 1 : 2;
    return true;
  }
}
