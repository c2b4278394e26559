import { classMember } from "../expansion/pattern.ts";

/** A node of an extended regular expression of POSIX. */
export type RegexNode =
  | { readonly kind: "character"; readonly matches: (character: string) => boolean }
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "boundary"; readonly matches: (text: string, at: number) => boolean }
  | { readonly kind: "group"; readonly index: number; readonly ways: readonly (readonly RegexNode[])[] }
  | { readonly kind: "repeat"; readonly node: RegexNode; readonly least: number; readonly most: number };

/** What an expression holds that cannot be matched here. */
export class RegexError extends Error {}

const isWord = (character: string) => /\w/.test(character);

/** Reads an extended regular expression as glibc does; the whole is group 0. Throws a RegexError. */
export class RegexReader {
  readonly #text: string;
  readonly #ignoreCase: boolean;
  #at = 0;
  groups = 0;

  constructor(text: string, ignoreCase: boolean) {
    this.#text = text;
    this.#ignoreCase = ignoreCase;
  }

  whole(): RegexNode {
    const ways = this.#ways(true);
    if (this.#at < this.#text.length) throw new RegexError("a parenthesis that opens nothing");
    return { kind: "group", index: 0, ways };
  }

  #ways(isTop: boolean): RegexNode[][] {
    const ways: RegexNode[][] = [[]];
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? "";
      if (character === ")" && !isTop) break;
      if (character === "|") {
        this.#at += 1;
        ways.push([]);
        continue;
      }
      const way = ways.at(-1) ?? [];
      way.push(this.#repeated(this.#atom(way.length === 0)));
    }
    return ways;
  }

  #atom(isFirst: boolean): RegexNode {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    switch (character) {
      case "(": {
        this.groups += 1;
        const index = this.groups;
        const ways = this.#ways(false);
        if (this.#text[this.#at++] !== ")") throw new RegexError("a parenthesis that is not closed");
        return { kind: "group", index, ways };
      }
      case ".":
        return { kind: "character", matches: () => true };
      case "^":
        return { kind: "start" };
      case "$":
        return { kind: "end" };
      case "[":
        return { kind: "character", matches: this.#folded(this.#set()) };
      case "*":
      case "+":
      case "?":
        if (!isFirst || character !== "*") throw new RegexError("a repetition of nothing");
        return this.#literal(character);
      case "{":
        if (isFirst) throw new RegexError("a repetition of nothing");
        return this.#literal(character);
      case "\\":
        return this.#escape();
      default:
        return this.#literal(character);
    }
  }

  #escape(): RegexNode {
    const character = this.#text[this.#at++];
    if (character === undefined) throw new RegexError("a backslash at its end");
    const boundary = boundaries[character];
    if (boundary !== undefined) return { kind: "boundary", matches: boundary };
    const known = sets[character];
    if (known !== undefined) return { kind: "character", matches: known };
    if (/[0-9]/.test(character)) throw new RegexError("a reference to a group");
    if (/[A-Za-z]/.test(character) && !/[ntrfv]/.test(character)) return this.#literal(character);
    return this.#literal(character);
  }

  #literal(character: string): RegexNode {
    return { kind: "character", matches: this.#folded((given) => given === character) };
  }

  #folded(matches: (character: string) => boolean): (character: string) => boolean {
    if (!this.#ignoreCase) return matches;
    return (given) => matches(given) || matches(given.toLowerCase()) || matches(given.toUpperCase());
  }

  #set(): (character: string) => boolean {
    const isExcept = this.#text[this.#at] === "^";
    if (isExcept) this.#at += 1;
    const members: ((character: string) => boolean)[] = [];
    for (let isFirst = true; ; isFirst = false) {
      const character = this.#text[this.#at];
      if (character === undefined) throw new RegexError("a set that is not closed");
      if (character === "]" && !isFirst) break;
      members.push(this.#member());
    }
    this.#at += 1;
    return (given) => members.some((member) => member(given)) !== isExcept;
  }

  #member(): (character: string) => boolean {
    const rest = this.#text.slice(this.#at, this.#at + 16);
    const named = /^\[:(\w+):\]/.exec(rest);
    if (named !== null) {
      const member = classMember(named[1] ?? "");
      if (member === null) throw new RegexError(`the class ${named[0]}`);
      this.#at += named[0].length;
      return member;
    }
    if (/^\[[.=]/.test(rest)) throw new RegexError("a collating element");
    const from = this.#one();
    if (this.#text[this.#at] !== "-" || (this.#text[this.#at + 1] ?? "]") === "]")
      return (given) => given === from;
    this.#at += 1;
    const to = this.#one();
    const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
    if (low > high) throw new RegexError("a range that runs backwards");
    return (given) => low <= (given.codePointAt(0) ?? 0) && (given.codePointAt(0) ?? 0) <= high;
  }

  #one(): string {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }

  #repeated(atom: RegexNode): RegexNode {
    let node = atom;
    for (;;) {
      const found = /^(?:[*+?]|\{(\d{0,5})(,?)(\d{0,5})\})/.exec(this.#text.slice(this.#at, this.#at + 16));
      if (found === null) {
        if (this.#text[this.#at] === "{") throw new RegexError("a brace that counts nothing");
        return node;
      }
      this.#at += found[0].length;
      const [whole, least = "", comma = "", most = ""] = found;
      if (whole.startsWith("{")) {
        const from = Number(least || "0");
        const to = comma === "" ? from : most === "" ? Number.POSITIVE_INFINITY : Number(most);
        if (to < from || from > 255 || (least === "" && comma === ""))
          throw new RegexError(`the count ${whole}`);
        node = { kind: "repeat", node, least: from, most: to };
      } else {
        const from = whole === "+" ? 1 : 0;
        node = { kind: "repeat", node, least: from, most: whole === "?" ? 1 : Number.POSITIVE_INFINITY };
      }
    }
  }
}

const sets: Readonly<Record<string, (character: string) => boolean>> = {
  w: (given) => isWord(given),
  W: (given) => !isWord(given),
  s: (given) => /\s/.test(given),
  S: (given) => !/\s/.test(given),
};

const wordAt = (text: string, at: number) => at >= 0 && at < text.length && isWord(text[at] ?? "");

const boundaries: Readonly<Record<string, (text: string, at: number) => boolean>> = {
  b: (text, at) => wordAt(text, at) !== wordAt(text, at - 1),
  B: (text, at) => wordAt(text, at) === wordAt(text, at - 1),
  "<": (text, at) => wordAt(text, at) && !wordAt(text, at - 1),
  ">": (text, at) => !wordAt(text, at) && wordAt(text, at - 1),
  "`": (_text, at) => at === 0,
  "'": (text, at) => at === text.length,
};
