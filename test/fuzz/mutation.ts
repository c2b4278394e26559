import type { Seed } from "./corpus.ts";
import { encodings } from "./mutations/encodings.ts";
import { pieces } from "./mutations/pieces.ts";
import { sizes } from "./mutations/sizes.ts";
import { tokens } from "./mutations/tokens.ts";
import type { Random } from "./random.ts";

/** One way to change a file. */
export interface Mutation {
  readonly name: string;
  /** Takes and gives the bytes of a file, one character for each. */
  change(content: string, random: Random, corpus: readonly Seed[]): string;
}

/** A file that was changed, and how. */
export interface Mutant extends Seed {
  /** The names of the mutations, in the order in which they were applied. */
  readonly chain: readonly string[];
}

const mutations: readonly Mutation[] = [...pieces, ...pieces, ...tokens, ...tokens, ...sizes, ...encodings];

/** What a mutant is cut off at, so that a chain of repetitions does not grow beyond all bounds. */
const longest = 6_000_000;

/** Changes a file by a chain of mutations; one in forty is left as it is. */
export function mutate(seed: Seed, random: Random, corpus: readonly Seed[]): Mutant {
  const length = random.oneIn(40) ? 0 : 1 + random.below(random.oneIn(4) ? 12 : 4);
  const chain: string[] = [];
  let { content } = seed;
  for (let step = 0; step < length; step++) {
    const mutation = random.pick(mutations);
    content = mutation.change(content, random, corpus).slice(0, longest);
    chain.push(mutation.name);
  }
  return { ...seed, content, chain };
}
