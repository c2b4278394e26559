import { characterClasses, shortClasses } from "./character-classes.ts";
import {
  type CharacterSet,
  complement,
  everyCharacter,
  inBothCases,
  oneCharacter,
  setWhere,
} from "./character-set.ts";
import { type Border, PatternError, type PatternNode } from "./pattern-tree.ts";

/** How a regular expression of Perl is written. */
export interface PerlSyntax {
  readonly ignoresCase: boolean;
  /** Whether `^` and `$` are at every line. */
  readonly isMultiline: boolean;
  /** Whether a dot is a newline as well. */
  readonly dotsNewlines: boolean;
  /** Whether classes such as `\w` hold ASCII only. */
  readonly isAscii: boolean;
}

const controls: ReadonlyMap<string, number> = new Map([
  ["t", 9],
  ["n", 10],
  ["r", 13],
  ["f", 12],
  ["a", 7],
  ["e", 27],
]);

const mostRepetitions = 1000;
const horizontal = setWhere((code) => code === 9 || code === 32);
const digits = setWhere((code) => code >= 48 && code <= 57);

/**
 * Reads a regular expression of Perl (https://perldoc.perl.org/perlre) as far as PCRE has the same. Throws a PatternError
 * for anything else.
 */
export function parsePerl(source: string, syntax: PerlSyntax): { tree: PatternNode; groups: number } {
  const parser = new PerlParser(source, syntax);
  const tree = parser.alternatives(0);
  return { tree, groups: parser.groups };
}

class PerlParser {
  groups = 0;
  readonly #source: string;
  readonly #names = new Map<string, number>();
  #syntax: PerlSyntax;
  #at = 0;

  constructor(source: string, syntax: PerlSyntax) {
    this.#source = source;
    this.#syntax = syntax;
  }

  alternatives(depth: number): PatternNode {
    if (depth > 100) throw new PatternError("its groups nest too deeply");
    const ways = [this.#sequence(depth)];
    while (this.#take("|")) ways.push(this.#sequence(depth));
    if (depth === 0 && this.#at < this.#source.length)
      throw new PatternError("a group is closed that is not open");
    return ways.length === 1 && ways[0] !== undefined ? ways[0] : { kind: "either", ways };
  }

  #sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? "")) {
      const bounds = this.#quantifier();
      const body = bounds === null ? null : (parts.pop() ?? null);
      if (bounds === null) parts.push(this.#part(depth));
      else if (body === null || body.kind === "border" || body.kind === "look")
        throw new PatternError("it repeats nothing");
      else {
        if (this.#source[this.#at] === "+") throw new PatternError("a possessive repetition is not known");
        parts.push({ kind: "repeat", body, ...bounds, isLazy: this.#take("?") });
        if (this.#quantifier() !== null) throw new PatternError("a repetition is repeated");
      }
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "sequence", parts };
  }

  #part(depth: number): PatternNode {
    if (this.#take("(")) return this.#group(depth);
    const { isMultiline, dotsNewlines } = this.#syntax;
    const character = this.#next();
    if (character === "\\") return this.#escaped();
    if (character === ".")
      return { kind: "set", set: dotsNewlines ? everyCharacter : setWhere((code) => code !== 10) };
    if (character === "[") return { kind: "set", set: this.#bracket() };
    if (character === "^") return { kind: "border", border: isMultiline ? "line start" : "text start" };
    if (character === "$") return { kind: "border", border: isMultiline ? "line end" : "last line end" };
    return this.#character(character);
  }

  #group(depth: number): PatternNode {
    const before = this.#syntax;
    const kind = /^\?(?:[:=!]|<[=!]|P?<\w+>|[ims]+[:)])/.exec(
      this.#source.slice(this.#at, this.#at + 40),
    )?.[0];
    if (this.#source[this.#at] === "?" && kind === undefined)
      throw new PatternError("a group of its kind is not known");
    this.#at += kind?.length ?? 0;
    const flags = /^\?([ims]+)([:)])$/.exec(kind ?? "");
    if (flags !== null) {
      const [, letters = "", end] = flags;
      this.#syntax = {
        ...before,
        ignoresCase: before.ignoresCase || letters.includes("i"),
        isMultiline: before.isMultiline || letters.includes("m"),
        dotsNewlines: before.dotsNewlines || letters.includes("s"),
      };
      if (end === ")") return { kind: "sequence", parts: [] };
    }
    const name = /<(\w+)>$/.exec(kind ?? "")?.[1];
    const isCaptured = kind === undefined || name !== undefined;
    if (isCaptured) this.groups += 1;
    const index = this.groups;
    if (name !== undefined) this.#names.set(name, index);
    const body = this.alternatives(depth + 1);
    if (!this.#take(")")) throw new PatternError("a group is not closed");
    this.#syntax = before;
    if (isCaptured) return { kind: "group", index, body };
    if (kind === "?:" || flags !== null)
      return body.kind === "sequence" ? { kind: "sequence", parts: [body] } : body;
    return { kind: "look", isAhead: !kind?.includes("<"), isNegated: kind?.endsWith("!") === true, body };
  }

  #escaped(): PatternNode {
    const character = this.#next();
    const borders: Readonly<Record<string, Border>> = {
      b: "word",
      B: "not word",
      A: "text start",
      z: "text end",
      Z: "last line end",
    };
    const border = Object.hasOwn(borders, character) ? borders[character] : undefined;
    if (border !== undefined) return { kind: "border", border };
    if (character === "K") return { kind: "keep" };
    if (character === "Q") {
      const end = this.#source.indexOf("\\E", this.#at);
      const text = this.#source.slice(this.#at, end === -1 ? undefined : end);
      this.#at = end === -1 ? this.#source.length : end + 2;
      return { kind: "sequence", parts: [...text].map((one) => this.#character(one)) };
    }
    if (character === "R")
      return {
        kind: "either",
        ways: [
          { kind: "sequence", parts: [..."\r\n"].map((one) => this.#character(one)) },
          { kind: "set", set: setWhere((code) => code >= 10 && code <= 13) },
        ],
      };
    if (character === "E") return { kind: "sequence", parts: [] };
    const named = /^[gk](?:\{(\w+)\}|<(\w+)>|(\d))/.exec(
      `${character}${this.#source.slice(this.#at, this.#at + 40)}`,
    );
    if (named !== null) {
      this.#at += named[0].length - 1;
      const name = named[1] ?? named[2] ?? named[3] ?? "";
      const index = /^\d+$/.test(name) ? Number(name) : this.#names.get(name);
      if (index === undefined) throw new PatternError(`there is no group ${name}`);
      return { kind: "same", index };
    }
    if (/[1-9]/.test(character)) {
      if (Number(character) > this.groups) throw new PatternError(`there is no group ${character}`);
      return { kind: "same", index: Number(character) };
    }
    const set = this.#class(character);
    return set === null ? this.#character(this.#code(character)) : { kind: "set", set };
  }

  /** The set of a class escape; null for any other escape. */
  #class(character: string): CharacterSet | null {
    if (character === "d") return digits;
    if (character === "D") return complement(digits);
    if (character === "h") return horizontal;
    if (character === "H") return complement(horizontal);
    if (character === "N") return setWhere((code) => code !== 10);
    const short = shortClasses.get(character);
    if (short === undefined) return null;
    return this.#syntax.isAscii ? inAscii(short, /[WS]/.test(character)) : short;
  }

  /** The character of an escape that is no class. */
  #code(character: string): string {
    const control = controls.get(character);
    if (control !== undefined) return String.fromCharCode(control);
    if (character === "x") {
      const [written = "", braced, plain] =
        /^(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/.exec(this.#source.slice(this.#at, this.#at + 10)) ??
        [];
      if (written === "") throw new PatternError("\\x has no number");
      this.#at += written.length;
      return String.fromCodePoint(Number.parseInt(braced ?? plain ?? "", 16));
    }
    if (/[A-Za-z0-9]/.test(character) || character === "")
      throw new PatternError(`\\${character} is not known`);
    return character;
  }

  #bracket(): CharacterSet {
    const isNegated = this.#take("^");
    const members: ((code: number) => boolean)[] = [];
    for (let isFirst = true; isFirst || this.#source[this.#at] !== "]"; isFirst = false) {
      if (this.#at >= this.#source.length) throw new PatternError("a bracket is not closed");
      const [posix, negated, name = ""] =
        /^\[:(\^?)([a-z]+):\]/.exec(this.#source.slice(this.#at, this.#at + 16)) ?? [];
      if (posix !== undefined) {
        this.#at += posix.length;
        const set = name === "word" ? shortClasses.get("w") : characterClasses.get(name);
        if (set === undefined) throw new PatternError(`[:${name}:] is no class of characters`);
        const used = this.#syntax.isAscii ? inAscii(set, false) : set;
        members.push((code) => used.has(code) === (negated === ""));
        continue;
      }
      const first = this.#member();
      if (typeof first !== "number") {
        members.push((code) => first.has(code));
        continue;
      }
      const isRange = this.#source[this.#at] === "-" && this.#source[this.#at + 1] !== "]";
      if (isRange) this.#at += 1;
      const last = isRange ? this.#member() : first;
      if (typeof last !== "number" || last < first) throw new PatternError("a range in brackets is none");
      members.push((code) => code >= first && code <= last);
    }
    this.#at += 1;
    const plain = setWhere((code) => members.some((isMember) => isMember(code)));
    const set = this.#syntax.ignoresCase ? inBothCases(plain) : plain;
    return isNegated ? complement(set) : set;
  }

  #member(): CharacterSet | number {
    const character = this.#next();
    if (character !== "\\") return character.codePointAt(0) ?? 0;
    const escaped = this.#next();
    if (escaped === "b") return 8;
    return this.#class(escaped) ?? this.#code(escaped).codePointAt(0) ?? 0;
  }

  #quantifier(): { min: number; max: number } | null {
    const sign = this.#source[this.#at] ?? "";
    const simple = { "*": [0, Infinity], "+": [1, Infinity], "?": [0, 1] } as const;
    if (sign === "*" || sign === "+" || sign === "?") {
      this.#at += 1;
      return { min: simple[sign][0], max: simple[sign][1] };
    }
    const [written, first = "", comma, second = ""] =
      /^\{(\d{1,5})(,?)(\d{0,5})\}/.exec(this.#source.slice(this.#at, this.#at + 16)) ?? [];
    if (written === undefined) return null;
    this.#at += written.length;
    const max = comma === "" ? Number(first) : second === "" ? Infinity : Number(second);
    if (Number(first) > mostRepetitions || (max < Infinity && max > mostRepetitions))
      throw new PatternError("an interval is too large");
    return { min: Number(first), max };
  }

  #character(character: string): PatternNode {
    const one = oneCharacter(character.codePointAt(0) ?? 0);
    return { kind: "set", set: this.#syntax.ignoresCase ? inBothCases(one) : one };
  }

  #next(): string {
    if (this.#at >= this.#source.length) throw new PatternError("it ends too early");
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }

  #take(sign: string): boolean {
    if (this.#source[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}

/** Of a class only what is ASCII; of the complement of one everything else as well. */
function inAscii(set: CharacterSet, isComplement: boolean): CharacterSet {
  return setWhere((code) => (code < 128 ? set.has(code) : isComplement));
}
