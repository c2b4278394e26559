/** How a pattern is read and held against a text. */
export interface PatternOptions {
  readonly extended: boolean;
  readonly ignoreCase: boolean;
}

type Node =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "any" }
  | { readonly kind: "many" }
  | { readonly kind: "set"; readonly matches: (character: string) => boolean }
  | { readonly kind: "group"; readonly operator: string; readonly options: readonly (readonly Node[])[] };

const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[\p{L}\p{Nd}]/u,
  alpha: /\p{L}/u,
  ascii: /[\0-\x7f]/,
  blank: /[ \t]/,
  cntrl: /\p{Cc}/u,
  digit: /[0-9]/,
  graph: /[^\p{Z}\p{C}]/u,
  lower: /\p{Ll}/u,
  print: /[^\p{C}]/u,
  punct: /[!-/:-@[-`{-~]|[^\0-\x7f\p{L}\p{N}\p{Z}\p{C}]/u,
  space: /[\s]/u,
  upper: /\p{Lu}/u,
  word: /[\p{L}\p{Nd}_]/u,
  xdigit: /[0-9A-Fa-f]/,
};

/**
 * A pattern of a shell. All ends of matches are found at once, by sets of places, so that the time is bounded by the
 * square of the text times the pattern, whatever the pattern is.
 */
export class Pattern {
  readonly #nodes: readonly Node[];
  readonly #ignoreCase: boolean;
  /** The text, when the pattern matches only one; else null. */
  readonly literal: string | null;

  constructor(pattern: string, options: PatternOptions) {
    this.#nodes = new PatternReader(pattern, options).sequence("");
    this.#ignoreCase = options.ignoreCase;
    const isLiteral = !options.ignoreCase && this.#nodes.every(({ kind }) => kind === "literal");
    this.literal = isLiteral
      ? this.#nodes.map((node) => (node.kind === "literal" ? node.text : "")).join("")
      : null;
  }

  matches(text: string): boolean {
    if (this.literal !== null) return this.literal === text;
    return this.#ends(this.#nodes, text, [0]).includes(text.length);
  }

  /** The ends of the matches that begin at a place, ascending. */
  endsFrom(text: string, start: number): number[] {
    if (this.literal !== null)
      return text.startsWith(this.literal, start) ? [start + this.literal.length] : [];
    return this.#ends(this.#nodes, text, [start]).sort((a, b) => a - b);
  }

  #ends(nodes: readonly Node[], text: string, starts: readonly number[]): number[] {
    let places = [...starts];
    for (const node of nodes) {
      if (places.length === 0) return places;
      places = this.#step(node, text, places);
    }
    return places;
  }

  #step(node: Node, text: string, places: readonly number[]): number[] {
    switch (node.kind) {
      case "literal": {
        const { length } = node.text;
        return places
          .filter((at) => this.#same(text.slice(at, at + length), node.text))
          .map((at) => at + length);
      }
      case "many": {
        const first = Math.min(...places);
        return Array.from({ length: text.length - first + 1 }, (_, index) => first + index);
      }
      case "any":
      case "set":
        return places.flatMap((at) => {
          if (at >= text.length) return [];
          const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
          const isIn = node.kind === "any" || this.#isIn(node.matches, character);
          return isIn ? [at + character.length] : [];
        });
      case "group":
        return this.#group(node.operator, node.options, text, places);
    }
  }

  #group(
    operator: string,
    options: readonly (readonly Node[])[],
    text: string,
    places: readonly number[],
  ): number[] {
    const once = (from: readonly number[]) => [
      ...new Set(options.flatMap((option) => this.#ends(option, text, from))),
    ];
    if (operator === "@") return once(places);
    if (operator === "?") return [...new Set([...places, ...once(places)])];
    if (operator === "!") {
      const ends = places.flatMap((at) => {
        const taken = new Set(once([at]));
        return Array.from({ length: text.length - at + 1 }, (_, index) => at + index).filter(
          (end) => !taken.has(end),
        );
      });
      return [...new Set(ends)];
    }
    const reached = new Set(operator === "*" ? places : []);
    for (let fresh = once(places); fresh.length > 0; ) {
      const added = fresh.filter((at) => !reached.has(at));
      for (const at of added) reached.add(at);
      fresh = added.length === 0 ? [] : once(added);
    }
    return [...reached];
  }

  #same(a: string, b: string): boolean {
    return a === b || (this.#ignoreCase && a.toLowerCase() === b.toLowerCase());
  }

  #isIn(matches: (character: string) => boolean, character: string): boolean {
    if (matches(character)) return true;
    return this.#ignoreCase && (matches(character.toLowerCase()) || matches(character.toUpperCase()));
  }
}

class PatternReader {
  readonly #text: string;
  readonly #isExtended: boolean;
  #at = 0;

  constructor(text: string, { extended }: PatternOptions) {
    this.#text = text;
    this.#isExtended = extended;
  }

  /** The nodes up to one of the given characters, which stays. */
  sequence(ends: string): Node[] {
    const nodes: Node[] = [];
    let literal = "";
    const close = () => {
      if (literal !== "") nodes.push({ kind: "literal", text: literal });
      literal = "";
    };
    while (this.#at < this.#text.length && !ends.includes(this.#text[this.#at] ?? "")) {
      const node = this.#node();
      if (typeof node === "string") literal += node;
      else {
        close();
        nodes.push(node);
      }
    }
    close();
    return nodes;
  }

  #node(): Node | string {
    const character = this.#text[this.#at] ?? "";
    const next = this.#text[this.#at + 1] ?? "";
    if (this.#isExtended && next === "(" && "?*+@!".includes(character)) return this.#group(character);
    this.#at += 1;
    if (character === "*") return { kind: "many" };
    if (character === "?") return { kind: "any" };
    if (character === "[") return this.#set() ?? "[";
    if (character !== "\\" || next === "") return character;
    this.#at += 1;
    return next;
  }

  #group(operator: string): Node | string {
    const start = this.#at;
    this.#at += 2;
    const options: Node[][] = [];
    for (;;) {
      options.push(this.sequence("|)"));
      const end = this.#text[this.#at++];
      if (end === ")") return { kind: "group", operator, options };
      if (end === undefined) break;
    }
    this.#at = start + 1;
    return operator === "*" ? { kind: "many" } : operator === "?" ? { kind: "any" } : operator;
  }

  /** The set behind `[`; null when it is never closed, and the bracket stands for itself. */
  #set(): Node | null {
    const start = this.#at;
    const isExcept = /[!^]/.test(this.#text[this.#at] ?? "");
    if (isExcept) this.#at += 1;
    const members: ((character: string) => boolean)[] = [];
    for (let isFirst = true; ; isFirst = false) {
      const character = this.#text[this.#at];
      if (character === undefined) break;
      if (character === "]" && !isFirst) {
        this.#at += 1;
        return { kind: "set", matches: (given) => members.some((member) => member(given)) !== isExcept };
      }
      members.push(this.#member());
    }
    this.#at = start;
    return null;
  }

  #member(): (character: string) => boolean {
    const named = /^\[:(\w+):\]/.exec(this.#text.slice(this.#at, this.#at + 16));
    const known = classes[named?.[1] ?? ""];
    if (named !== null && known !== undefined) {
      this.#at += named[0].length;
      return (given) => known.test(given);
    }
    const from = this.#character();
    if (this.#text[this.#at] !== "-" || (this.#text[this.#at + 1] ?? "]") === "]") {
      return (given) => given === from;
    }
    this.#at += 1;
    const to = this.#character();
    return (given) => codeOf(from) <= codeOf(given) && codeOf(given) <= codeOf(to);
  }

  #character(): string {
    if (this.#text[this.#at] === "\\" && this.#at + 1 < this.#text.length) this.#at += 1;
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** Whether a character is of a class such as `digit`; null for a class that there is not. */
export function classMember(name: string): ((character: string) => boolean) | null {
  const known = classes[name];
  return known === undefined ? null : (given) => known.test(given);
}
