import { Refused } from "../../host/desk/program.ts";
import { automatonOf } from "./automaton.ts";
import { Backtracker } from "./backtracker.ts";
import { LazyAutomaton } from "./lazy-automaton.ts";
import { type PosixSyntax, parsePosix } from "./parse-posix.ts";
import { PatternError, type PatternNode } from "./pattern-tree.ts";
import { type Groups, type Span, submatches } from "./submatches.ts";

/** What a pattern matches. Offsets are UTF-16 and half-open. */
export interface Match extends Span {
  /** What a group matches, by its number; null when it takes no part. 0 is the whole match. */
  group(index: number): Span | null;
}

/** A regular expression that is ready to be used. Its methods throw the Refused of its program. */
export interface Pattern {
  /** The number of its groups. */
  readonly groups: number;
  /** Whether it matches anywhere in the text. */
  test(text: string): boolean;
  /** The leftmost match that begins at or behind an offset; null for none. */
  find(text: string, from: number): Match | null;
}

/** More characters than this read for one match mean that the pattern is too involved. */
const mostWork = 100_000_000;

/**
 * Makes a regular expression of POSIX ready, for the program that is named in its Refused.
 *
 * The match is the leftmost, and of those the longest, whatever the order of alternatives: a deterministic automaton finds
 * it, in time that is linear in the text for each beginning. What the groups match follows from the rule of POSIX, and is
 * worked out only when it is asked for. Patterns with back references are matched by trying every way, with a bound; a
 * reference to a group within a repetition or an alternative is not taken, because implementations differ about it.
 */
export function posixPattern(program: string, source: string, syntax: PosixSyntax): Pattern {
  return guarded(program, source, () => treePattern(program, source, parsePosix(source, syntax), syntax));
}

/** The same for a pattern that has been read already. */
export function treePattern(
  program: string,
  source: string,
  { tree, groups }: { readonly tree: PatternNode; readonly groups: number },
  { ignoresCase }: { readonly ignoresCase: boolean },
): Pattern {
  return guarded(program, source, () => {
    if (!refersBack(tree)) return automatic(program, source, tree, groups);
    if (hasShakyGroup(tree, referredTo(tree)))
      throw new PatternError("it refers back to a group that is repeated or one of several alternatives");
    return backtracking(program, source, { tree, groups }, { ignoresCase, wantsLongest: true });
  });
}

/** A pattern that is matched as Perl does it: the first way that leads to a match counts. */
export function backtracking(
  program: string,
  source: string,
  { tree, groups }: { readonly tree: PatternNode; readonly groups: number },
  options: { ignoresCase: boolean; wantsLongest: boolean },
): Pattern {
  const backtracker = new Backtracker(tree, groups, options);
  const find = (text: string, from: number): Match | null => {
    const found = guarded(program, source, () => backtracker.find(text, from));
    const [whole] = found ?? [];
    return found === null || !whole ? null : { ...whole, group: (index) => found[index] ?? null };
  };
  return { groups, find, test: (text) => find(text, 0) !== null };
}

/** Turns what is wrong with a pattern into the refusal of a program. */
export function guarded<T>(program: string, source: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new Refused(program, `the pattern ${JSON.stringify(source)}`, error.message);
  }
}

function automatic(program: string, source: string, tree: PatternNode, groups: number): Pattern {
  const automaton = automatonOf(tree);
  const anchored = new LazyAutomaton(automaton, false);
  const searching = new LazyAutomaton(automaton, true);
  const span = (text: string, from: number): Span | null => {
    // Whether there is a match at all takes linear time, where does not.
    if (searching.run(text, from) === -1) return null;
    let work = 0;
    for (let start = from; start <= text.length; start++) {
      const end = anchored.run(text, start);
      if (end !== -1) return { start, end };
      work += anchored.lastLength;
      if (work > mostWork) throw new PatternError("it takes too long");
      if ((text.codePointAt(start) ?? 0) > 0xffff) start += 1;
    }
    return null;
  };
  const groupsOf = (text: string, whole: Span) => {
    if (hasInnerStart(tree, true))
      throw new PatternError("what its groups match depends on the implementation");
    return submatches(tree, groups, text, whole);
  };
  return {
    groups,
    test: (text) => searching.run(text, 0) !== -1,
    find: (text, from) => {
      const found = guarded(program, source, () => span(text, from));
      if (found === null) return null;
      let known: Groups | null = null;
      const group = (index: number): Span | null => {
        if (index === 0) return found;
        known ??= guarded(program, source, () => groupsOf(text, found));
        return known[index] ?? null;
      };
      return { ...found, group };
    },
  };
}

function childrenOf(node: PatternNode): readonly PatternNode[] {
  switch (node.kind) {
    case "sequence":
      return node.parts;
    case "either":
      return node.ways;
    case "group":
    case "repeat":
    case "look":
      return [node.body];
    default:
      return [];
  }
}

function refersBack(node: PatternNode): boolean {
  return node.kind === "same" || childrenOf(node).some(refersBack);
}

function referredTo(node: PatternNode): number[] {
  return node.kind === "same" ? [node.index] : childrenOf(node).flatMap(referredTo);
}

/** Whether one of the groups is part of a repetition or of alternatives. */
function hasShakyGroup(node: PatternNode, indexes: readonly number[], isShaky = false): boolean {
  if (node.kind === "group" && isShaky && indexes.includes(node.index)) return true;
  const below = isShaky || node.kind === "repeat" || node.kind === "either";
  return childrenOf(node).some((child) => hasShakyGroup(child, indexes, below));
}

/** Whether the pattern asks for the start of the text where it has read something. */
function hasInnerStart(node: PatternNode, isFirst: boolean): boolean {
  if (node.kind === "border") return !isFirst && /start$/.test(node.border) && node.border !== "word start";
  if (node.kind === "sequence")
    return node.parts.some((part, index) => hasInnerStart(part, isFirst && index === 0));
  return childrenOf(node).some((child) => hasInnerStart(child, isFirst));
}
