import fc from "fast-check";
import { expect, test } from "vitest";
import { ascendingPairs } from "../../src/release/edits/ascending-pairs.ts";

/** Pairs that ascend by `now`; given are their indices in the old text. */
const pairsOf = (olds: readonly number[]) => olds.map((old, now) => ({ old, now }));

/** The length of the longest ascending choice, by comparing each place with all before it. */
function longest(olds: readonly number[]): number {
  const lengths: number[] = [];
  for (const [at, old] of olds.entries()) {
    lengths.push(1 + Math.max(0, ...lengths.filter((_, before) => (olds[before] ?? 0) < old && before < at)));
  }
  return Math.max(0, ...lengths);
}

test.each([
  [[], []],
  [[4], [4]],
  [
    [0, 1, 2],
    [0, 1, 2],
  ],
  [[2, 1, 0], [0]],
  [
    [5, 0, 1, 6, 2],
    [0, 1, 2],
  ],
])("of %j stay %j", (olds, kept) => {
  expect(ascendingPairs(pairsOf(olds)).map(({ old }) => old)).toEqual(kept);
});

test("what stays ascends in both texts, and no choice is longer", () => {
  const olds = fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 40 });
  fc.assert(
    fc.property(olds, (list) => {
      const pairs = pairsOf(list);
      const chosen = ascendingPairs(pairs);
      expect(chosen).toHaveLength(longest(list));
      for (const [at, pair] of chosen.entries()) {
        const next = chosen[at + 1];
        expect(pairs).toContain(pair);
        if (next !== undefined) expect([next.old > pair.old, next.now > pair.now]).toEqual([true, true]);
      }
    }),
  );
});
