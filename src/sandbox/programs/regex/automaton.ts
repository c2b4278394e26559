import type { CharacterSet } from "./character-set.ts";
import { type Border, PatternError, type PatternNode } from "./pattern-tree.ts";

/** One state of a nondeterministic automaton; the numbers are those of other states. */
export type State =
  | { readonly does: "read"; readonly set: CharacterSet; next: number }
  | { readonly does: "split"; readonly ways: number[] }
  | { readonly does: "check"; readonly border: Border; next: number }
  | { readonly does: "accept" };

export interface Automaton {
  readonly states: readonly State[];
  readonly start: number;
}

/** Intervals are written out, which a pattern could use to fill the memory. */
const mostStates = 20_000;

/** Makes an automaton of a tree (Thompson's construction). Throws a PatternError for what no automaton can do. */
export function automatonOf(tree: PatternNode): Automaton {
  const states: State[] = [{ does: "accept" }];
  const add = (state: State): number => {
    if (states.length > mostStates) throw new PatternError("its intervals are too large");
    return states.push(state) - 1;
  };
  /** Adds the states of a node that lead to `next`, and gives the one to begin with. */
  const build = (node: PatternNode, next: number): number => {
    switch (node.kind) {
      case "set":
        return add({ does: "read", set: node.set, next });
      case "border":
        return add({ does: "check", border: node.border, next });
      case "group":
        return build(node.body, next);
      case "sequence":
        return node.parts.reduceRight((after, part) => build(part, after), next);
      case "either":
        return add({ does: "split", ways: node.ways.map((way) => build(way, next)) });
      case "repeat": {
        let rest = next;
        if (node.max === Number.POSITIVE_INFINITY) {
          const ways: number[] = [];
          rest = add({ does: "split", ways });
          ways.push(build(node.body, rest), next);
        } else
          for (let copy = node.min; copy < node.max; copy++)
            rest = add({ does: "split", ways: [build(node.body, rest), next] });
        for (let copy = 0; copy < node.min; copy++) rest = build(node.body, rest);
        return rest;
      }
      default:
        throw new PatternError("it refers back to what it has matched");
    }
  };
  const start = build(tree, 0);
  return { states, start };
}
