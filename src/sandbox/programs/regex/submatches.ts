import { isBorder } from "./lazy-automaton.ts";
import { PatternError, type PatternNode, type RepeatNode } from "./pattern-tree.ts";

/** A piece of a text, in half-open UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where each group matched, by its number; null for one that did not. The whole match is the first. */
export type Groups = readonly (Span | null)[];

/** More work than this for one match means that the pattern is too involved. */
const mostWork = 3_000_000;

/**
 * Finds out what the groups of a pattern match where it is known what the whole of it matches, by the rule of POSIX:
 * what begins further left is as long as it can be. Where a repetition or alternatives with groups in them can match in
 * several ways, glibc and others differ from that rule and from each other, so this throws a PatternError. The work is
 * bounded, and beyond that it throws one as well.
 */
export function submatches(tree: PatternNode, count: number, text: string, whole: Span): Groups {
  const { start, end } = whole;
  const reader = new SpanReader(text, end);
  const groups: (Span | null)[] = Array.from({ length: count + 1 }, () => null);
  groups[0] = whole;
  if (count > 0) reader.read(tree, start, end, groups);
  return groups;
}

const unsure = "what its groups match depends on the implementation";

class SpanReader {
  readonly #text: string;
  readonly #limit: number;
  readonly #ends = new Map<PatternNode, Map<number, readonly number[]>>();
  readonly #reach = new Map<readonly PatternNode[], Map<string, boolean>>();
  #work = 0;

  constructor(text: string, limit: number) {
    this.#text = text;
    this.#limit = limit;
  }

  read(node: PatternNode, from: number, to: number, groups: (Span | null)[]): void {
    if (node.kind === "group") {
      groups[node.index] = { start: from, end: to };
      this.read(node.body, from, to, groups);
    } else if (node.kind === "either") {
      const ways = node.ways.filter((each) => this.#endsFrom(each, from).includes(to));
      if (ways.length > 1 && ways.some(hasGroups)) throw new PatternError(unsure);
      if (ways[0] !== undefined) this.read(ways[0], from, to, groups);
    } else if (node.kind === "sequence") {
      let at = from;
      for (const [index, part] of node.parts.entries()) {
        const [next, other] = this.#descending(part, at).filter((end) =>
          this.#reaches(node.parts, index + 1, end, to),
        );
        if (next === undefined) return;
        if (other !== undefined && hasGroups(part) && hasAlternatives(part)) throw new PatternError(unsure);
        this.read(part, at, next, groups);
        at = next;
      }
    } else if (node.kind === "repeat") this.#readRepeat(node, from, to, groups);
  }

  #readRepeat(node: RepeatNode, from: number, to: number, groups: (Span | null)[]): void {
    if (!hasGroups(node.body)) return;
    let at = from;
    for (let turn = 1; turn <= node.max; turn++) {
      if (at === to && turn > Math.max(node.min, 1)) return;
      if (at === to && node.min === 0 && turn === 1 && !this.#endsFrom(node.body, at).includes(at)) return;
      const rest: RepeatNode = { ...node, min: Math.max(node.min - turn, 0), max: node.max - turn };
      const [next, other] = this.#descending(node.body, at).filter(
        (end) => (end === to && rest.min === 0) || (end > at && this.#endsFrom(rest, end).includes(to)),
      );
      if (next === undefined) return;
      if (other !== undefined) throw new PatternError(unsure);
      const before = [...groups];
      groups.fill(null, 1);
      this.read(node.body, at, next, groups);
      // Whether a group forgets what it matched the turn before is another thing on which implementations differ.
      for (const [index, span] of before.entries()) {
        if (span === null || groups[index] !== null) continue;
        if (turn > 1 && groupsIn(node.body).includes(index)) throw new PatternError(unsure);
        groups[index] = span;
      }
      if (next === at) return;
      at = next;
    }
  }

  #reaches(parts: readonly PatternNode[], index: number, from: number, to: number): boolean {
    const part = parts[index];
    if (part === undefined) return from === to;
    const known = this.#reach.get(parts) ?? new Map<string, boolean>();
    this.#reach.set(parts, known);
    const key = `${index} ${from} ${to}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = this.#endsFrom(part, from).some(
      (end) => end <= to && this.#reaches(parts, index + 1, end, to),
    );
    known.set(key, answer);
    return answer;
  }

  #descending(node: PatternNode, from: number): number[] {
    return this.#endsFrom(node, from).toSorted((a, b) => b - a);
  }

  /** Every offset up to which a node can match from an offset. */
  #endsFrom(node: PatternNode, from: number): readonly number[] {
    const known = this.#ends.get(node) ?? new Map<number, readonly number[]>();
    this.#ends.set(node, known);
    const before = known.get(from);
    if (before !== undefined) return before;
    const found = this.#findEnds(node, from);
    this.#work += found.length + 1;
    if (this.#work > mostWork) throw new PatternError("it can match the same text in too many ways");
    known.set(from, found);
    return found;
  }

  #findEnds(node: PatternNode, from: number): readonly number[] {
    switch (node.kind) {
      case "set": {
        const code = this.#text.codePointAt(from);
        if (from >= this.#limit || code === undefined || !node.set.has(code)) return [];
        return [from + (code > 0xffff ? 2 : 1)];
      }
      case "border":
        return isBorder(node.border, this.#text, from) ? [from] : [];
      case "group":
        return this.#endsFrom(node.body, from);
      case "either":
        return [...new Set(node.ways.flatMap((way) => this.#endsFrom(way, from)))];
      case "sequence":
        return node.parts.reduce<readonly number[]>((places, part) => this.#all(part, places), [from]);
      case "repeat":
        return this.#repeated(node, from);
      default:
        throw new PatternError("it refers back to what it has matched");
    }
  }

  #repeated({ body, min, max }: RepeatNode, from: number): number[] {
    let places: readonly number[] = [from];
    for (let turn = 0; turn < min; turn++) {
      const next = this.#all(body, places);
      if (next.length === places.length && next.every((place, index) => place === places[index])) break;
      places = next;
    }
    const found = new Set(places);
    for (let turn = min; turn < max && places.length > 0; turn++) {
      places = this.#all(body, places).filter((place) => !found.has(place));
      for (const place of places) found.add(place);
    }
    return [...found];
  }

  #all(node: PatternNode, places: readonly number[]): number[] {
    const found = new Set<number>();
    for (const place of places) {
      for (const end of this.#endsFrom(node, place)) found.add(end);
      this.#work += 1;
    }
    return [...found];
  }
}

function hasGroups(node: PatternNode): boolean {
  return groupsIn(node).length > 0;
}

function groupsIn(node: PatternNode): number[] {
  switch (node.kind) {
    case "group":
      return [node.index, ...groupsIn(node.body)];
    case "sequence":
      return node.parts.flatMap(groupsIn);
    case "either":
      return node.ways.flatMap(groupsIn);
    case "repeat":
      return groupsIn(node.body);
    default:
      return [];
  }
}

function hasAlternatives(node: PatternNode): boolean {
  if (node.kind === "either") return true;
  if (node.kind === "sequence") return node.parts.some(hasAlternatives);
  return (node.kind === "group" || node.kind === "repeat") && hasAlternatives(node.body);
}
