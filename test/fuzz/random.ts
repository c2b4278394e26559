/** A source of numbers that are always the same for the same seed, so that every execution can be repeated. */
export interface Random {
  /** An integer from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** True in one of `often` cases. */
  oneIn(often: number): boolean;
  /** One of the items. Throws a RangeError when there is none. */
  pick<T>(items: readonly T[]): T;
}

/**
 * The numbers of one execution: the seed of the whole run and the number of the execution give them, so an execution
 * does not depend on those before it. The generator is mulberry32 (https://github.com/cprosche/mulberry32).
 */
export function randomOf(seed: number, execution: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(execution + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    oneIn: (often) => below(often) === 0,
    pick(items) {
      const index = below(items.length);
      const item = items[index];
      if (index >= items.length || item === undefined) throw new RangeError("there is nothing to pick from");
      return item;
    },
  };
}
