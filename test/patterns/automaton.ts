import { type Characters, meet } from "./character-classes.ts";
import type { Border, PatternGraph, Step } from "./pattern-graph.ts";

type Read = Extract<Step, { does: "read" }>;

/** A state that is reached by reading a character. */
export interface State {
  /** The part of the pattern that read it; null for a character before the match. */
  readonly read: Read | null;
  readonly set: Characters;
  /** True when the pattern matches here, whatever follows. */
  readonly matches: boolean;
  readonly edges: Edge[];
}

export interface Edge {
  readonly to: State;
  readonly set: Characters;
  /** In how many ways the engine comes there without reading; more than two are no worse than two. */
  ways: number;
}

/** What can be read next, and between which characters. */
interface Move {
  readonly read: Read | null;
  readonly border: Border;
}

const mostMoves = 20_000;

/**
 * Every state of a search. It begins before the first character; unless it is sticky it may pass over any characters
 * before it matches, and what it has passed over last counts for the borders of the match.
 */
export function statesOf({ start, alphabet }: PatternGraph, isSticky: boolean): State[] {
  const { all } = alphabet;
  const moves = new Map<Step, readonly Move[]>();
  const movesFrom = (step: Step): readonly Move[] => {
    const known = moves.get(step) ?? movesOf(step, all);
    moves.set(step, known);
    return known;
  };
  const borders = bordersOf(start);
  const groups = groupsOf(all, borders);
  const states = new Map<Read | null, State[]>();
  const pending: State[] = [];
  const statesFor = (read: Read | null): State[] => {
    const known = states.get(read);
    if (known !== undefined) return known;
    const made = groups
      .map((group) => (read === null ? group : group & read.set))
      .filter((set) => set !== alphabet.none)
      .map(
        (set): State => ({
          read,
          set,
          matches: read !== null && isCertain(movesFrom(read.next), all),
          edges: [],
        }),
      );
    states.set(read, made);
    pending.push(...made);
    return made;
  };
  const first: State = { read: null, set: alphabet.none, matches: false, edges: [] };
  connect(
    first,
    movesFrom(start).filter(({ border }) => isSticky || border.atStart),
    statesFor,
    null,
  );
  if (!isSticky) connect(first, [{ read: null, border: anywhere(all) }], statesFor, null);
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    const { read, set } = state;
    const own = movesFrom(read === null ? start : read.next);
    if (read === null) connect(state, [{ read: null, border: anywhere(all) }], statesFor, null);
    connect(
      state,
      own.filter((move) => move.read !== null),
      statesFor,
      set,
    );
  }
  return [first, ...[...states.values()].flat()];
}

function anywhere(all: Characters): Border {
  return { before: all, atStart: true, after: all, isAll: true };
}

/** Adds the edges of a state; `before` is what it has read, null where that is not asked. */
function connect(
  state: State,
  moves: readonly Move[],
  statesFor: (read: Read | null) => readonly State[],
  before: Characters | null,
): void {
  for (const { read, border } of moves) {
    if (before !== null && !meet(before, border.before)) continue;
    if (before === null && read === null && state.edges.some(({ to }) => to.read === null)) continue;
    for (const to of isMatch(read) ? [] : statesFor(read)) {
      const set = to.set & border.after;
      const known = state.edges.find((edge) => edge.to === to && meet(edge.set, set));
      if (known !== undefined) known.ways += 1;
      else if (set !== 0n) state.edges.push({ to, set, ways: 1 });
    }
  }
}

const matchMark: Read = { does: "read", set: 0n, raw: "", next: { does: "match" } };

function isMatch(read: Read | null): boolean {
  return read === matchMark;
}

/** True when one of the moves is a match that asks for nothing. */
function isCertain(moves: readonly Move[], all: Characters): boolean {
  return moves.some(({ read, border: { before, atStart, after, isAll } }) => {
    return isMatch(read) && isAll && atStart && before === all && after === all;
  });
}

/** What can be read after a step, along every way. A body that has read nothing is not gone through again. */
function movesOf(from: Step, all: Characters): readonly Move[] {
  const found: Move[] = [];
  const walk = (step: Step, border: Border, entered: readonly Step[]): void => {
    if (found.length > mostMoves) throw new RangeError("there are too many ways through the pattern");
    if (step.does === "read") found.push({ read: step, border });
    else if (step.does === "match") found.push({ read: matchMark, border });
    else if (step.does === "try") for (const way of step.ways) walk(way, border, entered);
    else if (step.does === "repeat" && !entered.includes(step)) {
      walk(step.body, border, [...entered, step]);
      walk(step.next, border, entered);
    } else if (step.does === "check") walk(step.next, both(border, step.border), entered);
  };
  walk(from, anywhere(all), []);
  return found;
}

function both(a: Border, b: Border): Border {
  return {
    before: a.before & b.before,
    atStart: a.atStart && b.atStart,
    after: a.after & b.after,
    isAll: a.isAll && b.isAll,
  };
}

/** The borders of a pattern, by which characters that were read have to be told apart. */
function bordersOf(start: Step): Characters[] {
  const borders = new Set<Characters>();
  const seen = new Set<Step>();
  const pending = [start];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    if (seen.has(step)) continue;
    seen.add(step);
    if (step.does === "check") borders.add(step.border.before);
    if (step.does === "try") pending.push(...step.ways);
    else if (step.does === "repeat") pending.push(step.body, step.next);
    else if (step.does === "read" || step.does === "check") pending.push(step.next);
  }
  return [...borders];
}

/** Divides all characters so that every border holds all or nothing of a group. */
function groupsOf(all: Characters, borders: readonly Characters[]): Characters[] {
  return borders.reduce(
    (groups, border) =>
      groups.flatMap((group) => [group & border, group & ~border]).filter((group) => group !== 0n),
    [all],
  );
}
