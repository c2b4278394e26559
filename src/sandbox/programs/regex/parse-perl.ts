import { everyCharacter, inBothCases, oneCharacter, setWhere } from "./character-set.ts";
import { type Border, PatternError, type PatternNode } from "./pattern-tree.ts";
import { bracketOf, classOf, codeOf, type PerlSyntax } from "./perl-characters.ts";
import { PerlText, quantifierOf } from "./perl-text.ts";

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
  readonly #text: PerlText;
  readonly #names = new Map<string, number>();
  #syntax: PerlSyntax;

  constructor(source: string, syntax: PerlSyntax) {
    this.#text = new PerlText(source);
    this.#syntax = syntax;
  }

  alternatives(depth: number): PatternNode {
    if (depth > 100) throw new PatternError("its groups nest too deeply");
    const ways = [this.#sequence(depth)];
    while (this.#text.take("|")) ways.push(this.#sequence(depth));
    if (depth === 0 && this.#text.at < this.#text.source.length)
      throw new PatternError("a group is closed that is not open");
    return ways.length === 1 && ways[0] !== undefined ? ways[0] : { kind: "either", ways };
  }

  #sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#text.at < this.#text.source.length && !/[|)]/.test(this.#text.source[this.#text.at] ?? "")) {
      const bounds = quantifierOf(this.#text);
      const body = bounds === null ? null : (parts.pop() ?? null);
      if (bounds === null) parts.push(this.#part(depth));
      else if (body === null || body.kind === "border" || body.kind === "look")
        throw new PatternError("it repeats nothing");
      else {
        if (this.#text.source[this.#text.at] === "+")
          throw new PatternError("a possessive repetition is not known");
        parts.push({ kind: "repeat", body, ...bounds, isLazy: this.#text.take("?") });
        if (quantifierOf(this.#text) !== null) throw new PatternError("a repetition is repeated");
      }
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "sequence", parts };
  }

  #part(depth: number): PatternNode {
    if (this.#text.take("(")) return this.#group(depth);
    const { isMultiline, dotsNewlines } = this.#syntax;
    const character = this.#text.next();
    if (character === "\\") return this.#escaped();
    if (character === ".")
      return { kind: "set", set: dotsNewlines ? everyCharacter : setWhere((code) => code !== 10) };
    if (character === "[") return { kind: "set", set: bracketOf(this.#text, this.#syntax) };
    if (character === "^") return { kind: "border", border: isMultiline ? "line start" : "text start" };
    if (character === "$") return { kind: "border", border: isMultiline ? "line end" : "last line end" };
    return this.#character(character);
  }

  #group(depth: number): PatternNode {
    const before = this.#syntax;
    const kind = /^\?(?:[:=!]|<[=!]|P?<\w+>|[ims]+[:)])/.exec(
      this.#text.source.slice(this.#text.at, this.#text.at + 40),
    )?.[0];
    if (this.#text.source[this.#text.at] === "?" && kind === undefined)
      throw new PatternError("a group of its kind is not known");
    this.#text.at += kind?.length ?? 0;
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
    if (!this.#text.take(")")) throw new PatternError("a group is not closed");
    this.#syntax = before;
    if (isCaptured) return { kind: "group", index, body };
    if (kind === "?:" || flags !== null)
      return body.kind === "sequence" ? { kind: "sequence", parts: [body] } : body;
    return { kind: "look", isAhead: !kind?.includes("<"), isNegated: kind?.endsWith("!") === true, body };
  }

  #escaped(): PatternNode {
    const character = this.#text.next();
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
      const end = this.#text.source.indexOf("\\E", this.#text.at);
      const text = this.#text.source.slice(this.#text.at, end === -1 ? undefined : end);
      this.#text.at = end === -1 ? this.#text.source.length : end + 2;
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
      `${character}${this.#text.source.slice(this.#text.at, this.#text.at + 40)}`,
    );
    if (named !== null) {
      this.#text.at += named[0].length - 1;
      const name = named[1] ?? named[2] ?? named[3] ?? "";
      const index = /^\d+$/.test(name) ? Number(name) : this.#names.get(name);
      if (index === undefined) throw new PatternError(`there is no group ${name}`);
      return { kind: "same", index };
    }
    if (/[1-9]/.test(character)) {
      if (Number(character) > this.groups) throw new PatternError(`there is no group ${character}`);
      return { kind: "same", index: Number(character) };
    }
    const set = classOf(character, this.#syntax);
    return set === null ? this.#character(codeOf(this.#text, character)) : { kind: "set", set };
  }

  #character(character: string): PatternNode {
    const one = oneCharacter(character.codePointAt(0) ?? 0);
    return { kind: "set", set: this.#syntax.ignoresCase ? inBothCases(one) : one };
  }
}
