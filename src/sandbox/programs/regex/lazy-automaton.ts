import type { Automaton, State } from "./automaton.ts";
import { wordCharacters } from "./character-classes.ts";
import { type Border, PatternError } from "./pattern-tree.ts";

/** What stands on one side of a place between two characters. */
type Side = "edge" | "newline" | "word" | "other";

/** What a deterministic state does at a character: whether a match ends before it, and where to go on. */
interface Step {
  readonly accepts: boolean;
  /** Null when nothing can match any more. */
  readonly to: Deterministic | null;
}

interface Deterministic {
  readonly seeds: readonly number[];
  readonly before: Side;
  readonly ascii: (Step | undefined)[];
  readonly others: Map<number, Step>;
}

/** The place of the end of the text among the characters. */
const end = -1;
const endIndex = 128;

/** When as many states are known, they are forgotten and found again. */
const mostKnown = 3000;

/**
 * A deterministic automaton whose states are made when they are first met, so that a text takes linear time whatever the
 * pattern is. With `searches` it looks for a match that begins anywhere.
 */
export class LazyAutomaton {
  readonly #states: readonly State[];
  readonly #start: number;
  readonly #searches: boolean;
  /** How many UTF-16 units the last run has read. */
  lastLength = 0;
  #known = new Map<string, Deterministic>();

  constructor({ states, start }: Automaton, searches: boolean) {
    this.#states = states;
    this.#start = start;
    this.#searches = searches;
  }

  /** The end of the longest match that begins at an offset (or with `searches` of any match, the first to end); -1 for none. */
  run(text: string, from: number): number {
    let state: Deterministic | null = this.#deterministic([this.#start], sideBefore(text, from));
    let found = -1;
    for (let at = from; ; ) {
      const code = at < text.length ? (text.codePointAt(at) ?? end) : end;
      const step: Step = this.#step(state, code);
      this.lastLength = at - from;
      if (step.accepts) {
        found = at;
        if (this.#searches) return found;
      }
      if (step.to === null || code === end) return found;
      state = step.to;
      at += code > 0xffff ? 2 : 1;
    }
  }

  #step(state: Deterministic, code: number): Step {
    const index = code === end ? endIndex : code;
    const known = index <= endIndex && code < 128 ? state.ascii[index] : state.others.get(code);
    if (known !== undefined) return known;
    const made = this.#makeStep(state, code);
    if (index <= endIndex && code < 128) state.ascii[index] = made;
    else state.others.set(code, made);
    return made;
  }

  #makeStep({ seeds, before }: Deterministic, code: number): Step {
    const after = sideOf(code);
    const next = new Set<number>();
    let accepts = false;
    const seen = new Set<number>();
    const pending = [...seeds];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const state = this.#states[id];
      if (state === undefined || state.does === "accept") accepts = true;
      else if (state.does === "split") pending.push(...state.ways);
      else if (state.does === "check") {
        if (holds(state.border, before, after)) pending.push(state.next);
      } else if (code !== end && state.set.has(code)) next.add(state.next);
    }
    if (this.#searches) next.add(this.#start);
    const isDead = next.size === 0 || code === end;
    return { accepts, to: isDead ? null : this.#deterministic([...next], after) };
  }

  #deterministic(seeds: number[], before: Side): Deterministic {
    seeds.sort((a, b) => a - b);
    const key = `${before} ${seeds.join(" ")}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= mostKnown) this.#known = new Map();
    const made = { seeds, before, ascii: [], others: new Map() };
    this.#known.set(key, made);
    return made;
  }
}

function sideOf(code: number): Side {
  if (code === end) return "edge";
  return code === 10 ? "newline" : wordCharacters.has(code) ? "word" : "other";
}

function sideBefore(text: string, at: number): Side {
  if (at === 0) return "edge";
  const last = text.charCodeAt(at - 1);
  const isPair = last >= 0xdc00 && last <= 0xdfff && at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff;
  return sideOf(isPair ? (text.codePointAt(at - 2) ?? 0) : last);
}

function holds(border: Border, before: Side, after: Side): boolean {
  switch (border) {
    case "text start":
      return before === "edge";
    case "text end":
      return after === "edge";
    case "line start":
      return before === "edge" || before === "newline";
    case "line end":
      return after === "edge" || after === "newline";
    case "word start":
      return before !== "word" && after === "word";
    case "word end":
      return before === "word" && after !== "word";
    case "word":
      return (before === "word") !== (after === "word");
    case "not word":
      return (before === "word") === (after === "word");
    case "no word before":
      return before !== "word";
    case "no word after":
      return after !== "word";
    case "last line end":
      throw new PatternError("its end is that of Perl");
  }
}

/** Whether a border is at an offset of a text. */
export function isBorder(border: Border, text: string, at: number): boolean {
  if (border === "last line end") return at === text.length || (at === text.length - 1 && text[at] === "\n");
  return holds(border, sideBefore(text, at), sideOf(at < text.length ? (text.codePointAt(at) ?? end) : end));
}
