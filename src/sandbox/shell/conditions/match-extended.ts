import type { Shell } from "../shell.ts";
import { RegexError, type RegexNode, RegexReader } from "./extended-regex.ts";

/** An expression that takes more steps than this is too involved. */
const maxSteps = 3_000_000;
const maxDepth = 3000;

type RepeatNode = Extract<RegexNode, { kind: "repeat" }>;
type Groups = readonly (readonly [number, number] | null)[];
type Next = (at: number, groups: Groups) => void;

/**
 * The leftmost and longest match of an extended regular expression, with its groups; null for none. All ways are tried,
 * the greedy ones first, within a bound of steps.
 */
export function matchExtended(
  shell: Shell,
  source: string,
  text: string,
  ignoreCase: boolean,
): (string | null)[] | null {
  try {
    const reader = new RegexReader(source, ignoreCase);
    const root = reader.whole();
    const groups = new Matcher(text, reader.groups).leftmost(root);
    return groups === null ? null : groups.map((group) => (group === null ? null : text.slice(...group)));
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    return shell.stop(`the expression ${source} holds ${error.message}, which is not known`);
  }
}

class Matcher {
  readonly #text: string;
  readonly #groups: number;
  #steps = 0;
  #depth = 0;
  #best: { end: number; groups: Groups } | null = null;

  constructor(text: string, groups: number) {
    this.#text = text;
    this.#groups = groups;
  }

  leftmost(root: RegexNode): Groups | null {
    const none: Groups = Array.from({ length: this.#groups + 1 }, () => null);
    for (let start = 0; start <= this.#text.length; start++) {
      this.#match(root, start, none, (end, groups) => {
        if (this.#best === null || end > this.#best.end) this.#best = { end, groups };
      });
      if (this.#best !== null) return this.#best.groups;
    }
    return null;
  }

  #match(node: RegexNode, at: number, groups: Groups, next: Next): void {
    this.#steps += 1;
    if (this.#steps > maxSteps) throw new RegexError("more ways to match than can be tried");
    if (this.#best?.end === this.#text.length) return;
    if (this.#depth > maxDepth) throw new RegexError("a match that is too long");
    this.#depth += 1;
    this.#matchNode(node, at, groups, next);
    this.#depth -= 1;
  }

  #matchNode(node: RegexNode, at: number, groups: Groups, next: Next): void {
    switch (node.kind) {
      case "character": {
        if (at >= this.#text.length) return;
        const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
        if (node.matches(character)) next(at + character.length, groups);
        return;
      }
      case "start":
        if (at === 0) next(at, groups);
        return;
      case "end":
        if (at === this.#text.length) next(at, groups);
        return;
      case "boundary":
        if (node.matches(this.#text, at)) next(at, groups);
        return;
      case "group":
        for (const way of node.ways) {
          this.#sequence(way, at, groups, (end, inner) =>
            next(
              end,
              inner.map((group, index) => (index === node.index ? [at, end] : group)),
            ),
          );
        }
        return;
      case "repeat":
        this.#repeat(node, at, groups, next);
    }
  }

  #sequence(nodes: readonly RegexNode[], start: number, given: Groups, next: Next): void {
    const goOn = (index: number): Next => {
      const node = nodes[index];
      return node === undefined ? next : (at, groups) => this.#match(node, at, groups, goOn(index + 1));
    };
    goOn(0)(start, given);
  }

  /** A repetition of one character needs no step of its own for each. */
  #repeat({ node, least, most }: RepeatNode, start: number, given: Groups, next: Next): void {
    if (node.kind === "character") {
      const ends = this.#run(node.matches, start, most);
      for (let index = ends.length - 1; index >= least; index--) next(ends[index] ?? start, given);
      return;
    }
    const goOn = (count: number, at: number, groups: Groups): void => {
      if (count < most) {
        this.#match(node, at, groups, (end, inner) => {
          if (end > at || count < least) goOn(count + 1, end, inner);
        });
      }
      if (count >= least) next(at, groups);
    };
    goOn(0, start, given);
  }

  #run(matches: (character: string) => boolean, start: number, most: number): number[] {
    const ends = [start];
    for (let at = start; at < this.#text.length && ends.length <= most; ) {
      const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
      if (!matches(character)) break;
      at += character.length;
      ends.push(at);
    }
    return ends;
  }
}
