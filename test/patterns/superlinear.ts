import { type Edge, type State, statesOf } from "./automaton.ts";
import { type Characters, meet } from "./character-classes.ts";
import { patternGraph } from "./pattern-graph.ts";

/**
 * Why a search with a pattern may take more than linear time; null when it cannot. The time of a backtracking engine is
 * the number of ways in which the pattern can read the text, and that is bounded for every text of one length exactly
 * when no loop can be left for another one while both go on reading the same text, and no loop can read the same text
 * in two ways (Weber and Seidl, "On the degree of ambiguity of finite automata"). The search itself is a loop over the
 * start of the match. What follows is taken to fail always, unless the pattern matches without asking for anything.
 * Throws a RangeError for a pattern that cannot be judged.
 */
export function superlinearity(source: string, flags: string): string | null {
  const states = statesOf(patternGraph(source, flags), flags.includes("y"));
  const loops = loopsOf(states);
  for (const loop of loops) {
    const twice = readsTwice(loop);
    if (twice !== null) return `${shown(twice)} can read the same text in two ways`;
  }
  for (const first of loops)
    for (const second of loops) {
      const pair = first === second ? null : takesOver(first, second);
      if (pair !== null) return `${shown(pair[1])} can take over from ${shown(pair[0])}`;
    }
  return null;
}

function shown({ read }: State): string {
  return read === null ? "the start of the search" : `the repetition of ${read.raw}`;
}

type Loop = ReadonlySet<State>;

/** The sets of states that can reach each other and themselves (Tarjan's algorithm, without recursion). */
function loopsOf(states: readonly State[]): Loop[] {
  const reaches = new Map(states.map((state) => [state, reachableFrom(state)]));
  const loops: Loop[] = [];
  const done = new Set<State>();
  for (const state of states) {
    if (done.has(state) || reaches.get(state)?.has(state) !== true) continue;
    const loop = states.filter(
      (other) => reaches.get(state)?.has(other) === true && reaches.get(other)?.has(state) === true,
    );
    for (const each of loop) done.add(each);
    loops.push(new Set(loop));
  }
  return loops;
}

function reachableFrom(state: State): Set<State> {
  const found = new Set<State>();
  const pending = [state];
  for (let next = pending.pop(); next !== undefined; next = pending.pop())
    for (const { to } of next.edges)
      if (!found.has(to)) {
        found.add(to);
        pending.push(to);
      }
  return found;
}

/** A state of the loop from which two ways lead back to it with the same text; where it matches, no way is tried twice. */
function readsTwice(loop: Loop): State | null {
  const within = new Set([...loop].filter(({ matches }) => !matches));
  for (const state of within) {
    if (inside(state, within).some(({ ways }) => ways > 1)) return state;
    const apart = (a: State, b: State) => a !== b;
    const met = walk<readonly [State, State]>([state, state], ([a, b]) =>
      pairs(inside(a, within), inside(b, within)).map(([x, y]) => [x.to, y.to] as const),
    );
    // From a pair of different states both have to come back to this one at the same time.
    for (const [a, b] of met)
      if (apart(a, b)) {
        const back = walk<readonly [State, State]>([a, b], ([c, d]) =>
          pairs(inside(c, within), inside(d, within)).map(([x, y]) => [x.to, y.to] as const),
        );
        if (back.some(([c, d]) => c === state && d === state)) return state;
      }
  }
  return null;
}

function inside(state: State, loop: Loop): Edge[] {
  return state.edges.filter(({ to }) => loop.has(to));
}

function pairs(some: readonly Edge[], others: readonly Edge[]): [Edge, Edge][] {
  return some.flatMap((a) => others.flatMap((b): [Edge, Edge][] => (meet(a.set, b.set) ? [[a, b]] : [])));
}

/**
 * A state of each loop such that the same text leads from the first back to the first, from the first to the second, and
 * from the second back to the second. A second one that matches is never given up.
 */
function takesOver(first: Loop, second: Loop): [State, State] | null {
  const goal = new Set([...second].filter(({ matches }) => !matches));
  if (goal.size === 0) return null;
  const [start] = first;
  const [end] = second;
  if (start === undefined || end === undefined || !reachableFrom(start).has(end)) return null;
  const toward = new Map<State, boolean>();
  const leads = (state: State): boolean => {
    const known =
      toward.get(state) ?? (first.has(state) || second.has(state) || reachableFrom(state).has(end));
    toward.set(state, known);
    return known;
  };
  for (const p of first)
    for (const q of goal) {
      const met = walk<readonly [State, State, State]>([p, p, q], ([a, b, c]) =>
        inside(a, first).flatMap((x) =>
          b.edges.flatMap((y) => {
            const both: Characters = x.set & y.set;
            if (both === 0n || !leads(y.to)) return [];
            return inside(c, goal).flatMap((z) => (meet(both, z.set) ? [[x.to, y.to, z.to] as const] : []));
          }),
        ),
      );
      if (met.some(([a, b, c]) => a === p && b === q && c === q)) return [p, q];
    }
  return null;
}

const numbers = new WeakMap<State, number>();
let counted = 0;

function numberOf(state: State): number {
  const known = numbers.get(state) ?? counted++;
  numbers.set(state, known);
  return known;
}

/** Everything that is reached from a tuple of states in at least one step. */
function walk<T extends readonly State[]>(from: T, stepsOf: (tuple: T) => readonly T[]): T[] {
  const found = new Map<string, T>();
  const pending = [from];
  for (let tuple = pending.pop(); tuple !== undefined; tuple = pending.pop())
    for (const next of stepsOf(tuple)) {
      const key = next.map(numberOf).join(" ");
      if (found.has(key)) continue;
      found.set(key, next);
      pending.push(next);
    }
  return [...found.values()];
}
