import { isBorder } from "./lazy-automaton.ts";
import { PatternError, type PatternNode } from "./pattern-tree.ts";
import type { Groups } from "./submatches.ts";

/** More steps than this for one search mean that the pattern is too involved. */
const mostSteps = 5_000_000;

/** Goes on from an offset; true ends the search. */
type Continue = (at: number) => boolean;
type Matcher = (at: number, then: Continue) => boolean;

/**
 * Matches by trying one way after the other, as Perl does, for patterns that no automaton can match. The number of steps is
 * bounded. With `wantsLongest` every way is tried and the longest match counts, the first of several.
 */
export class Backtracker {
  readonly #tree: PatternNode;
  readonly #count: number;
  readonly #ignoresCase: boolean;
  readonly #wantsLongest: boolean;
  readonly #match: Matcher;
  #text = "";
  #steps = 0;
  #kept = -1;
  #spans: ({ start: number; end: number } | null)[] = [];

  constructor(tree: PatternNode, count: number, options: { ignoresCase: boolean; wantsLongest: boolean }) {
    this.#tree = tree;
    this.#count = count;
    this.#ignoresCase = options.ignoresCase;
    this.#wantsLongest = options.wantsLongest;
    this.#match = this.#compile(this.#tree);
  }

  /** The first match from an offset on; null for none. Throws a PatternError beyond the bound. */
  find(text: string, from: number): Groups | null {
    this.#text = text;
    this.#steps = 0;
    for (let start = from; start <= text.length; start++) {
      const found = this.#at(start);
      if (found !== null) return found;
      if ((text.codePointAt(start) ?? 0) > 0xffff) start += 1;
    }
    return null;
  }

  #at(start: number): Groups | null {
    this.#spans = Array.from({ length: this.#count + 1 }, () => null);
    let best: Groups | null = null;
    let bestEnd = -1;
    this.#kept = -1;
    const isDone = this.#match(start, (end) => {
      if (end > bestEnd) {
        bestEnd = end;
        best = [{ start: this.#kept === -1 ? start : this.#kept, end }, ...this.#spans.slice(1)];
      }
      return !this.#wantsLongest;
    });
    return isDone || bestEnd >= 0 ? best : null;
  }

  #compile(node: PatternNode): Matcher {
    switch (node.kind) {
      case "set":
        return (at, then) => {
          this.#countStep();
          const code = at < this.#text.length ? (this.#text.codePointAt(at) ?? -1) : -1;
          return code >= 0 && node.set.has(code) && then(at + (code > 0xffff ? 2 : 1));
        };
      case "border":
        return (at, then) => isBorder(node.border, this.#text, at) && then(at);
      case "sequence": {
        const parts = node.parts.map((part) => this.#compile(part));
        const run = (index: number, at: number, then: Continue): boolean => {
          const part = parts[index];
          return part === undefined ? then(at) : part(at, (next) => run(index + 1, next, then));
        };
        return (at, then) => run(0, at, then);
      }
      case "either": {
        const ways = node.ways.map((way) => this.#compile(way));
        return (at, then) => ways.some((way) => way(at, then));
      }
      case "group":
        return this.#group(this.#compile(node.body), node.index);
      case "repeat":
        return this.#repeat(this.#compile(node.body), node.min, node.max, node.isLazy);
      case "same":
        return this.#same(node.index);
      case "keep":
        return (at, then) => {
          const before = this.#kept;
          this.#kept = at;
          if (then(at)) return true;
          this.#kept = before;
          return false;
        };
      case "look":
        return this.#look(this.#compile(node.body), node.isAhead, node.isNegated);
    }
  }

  #group(body: Matcher, index: number): Matcher {
    return (at, then) => {
      const before = this.#spans[index] ?? null;
      const isDone = body(at, (end) => {
        const inner = this.#spans[index] ?? null;
        this.#spans[index] = { start: at, end };
        if (then(end)) return true;
        this.#spans[index] = inner;
        return false;
      });
      if (!isDone) this.#spans[index] = before;
      return isDone;
    };
  }

  /** What a group has matched before. */
  #same(index: number): Matcher {
    return (at, then) => {
      this.#countStep();
      const span = this.#spans[index] ?? null;
      if (span === null) return false;
      const end = at + span.end - span.start;
      const [there, here] = [this.#text.slice(span.start, span.end), this.#text.slice(at, end)];
      const isSame = this.#ignoresCase ? there.toLowerCase() === here.toLowerCase() : there === here;
      return isSame && end <= this.#text.length && then(end);
    };
  }

  #repeat(body: Matcher, min: number, max: number, isLazy: boolean): Matcher {
    const run = (turn: number, at: number, then: Continue): boolean => {
      this.#countStep();
      const more = () =>
        turn < max && body(at, (end) => (end > at || turn < min) && run(turn + 1, end, then));
      if (turn < min) return more();
      return isLazy ? then(at) || more() : more() || then(at);
    };
    return (at, then) => run(0, at, then);
  }

  #look(body: Matcher, isAhead: boolean, isNegated: boolean): Matcher {
    return (at, then) => {
      const kept = [...this.#spans];
      const starts = isAhead ? [at] : Array.from({ length: at + 1 }, (_, index) => at - index);
      const isThere = starts.some((start) => body(start, (end) => isAhead || end === at));
      if (!isThere || isNegated) this.#spans = kept;
      return isThere !== isNegated && then(at);
    };
  }

  #countStep(): void {
    this.#steps += 1;
    if (this.#steps > mostSteps) throw new PatternError("it takes too long");
  }
}
