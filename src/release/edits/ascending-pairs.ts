/** The indices of one line in two texts. */
export interface Pair {
  readonly old: number;
  readonly now: number;
}

/**
 * The longest choice of pairs that ascend in both texts, by patience sorting.
 * @param pairs ascending by `now`, no two with the same `old`
 */
export function ascendingPairs(pairs: readonly Pair[]): Pair[] {
  /** The last pair of the best choice of every length, and what comes before each pair in its choice. */
  const tops: Pair[] = [];
  const before = new Map<Pair, Pair>();
  for (const pair of pairs) {
    const pile = pileFor(pair, tops);
    const previous = tops[pile - 1];
    if (previous !== undefined) before.set(pair, previous);
    tops[pile] = pair;
  }
  const chosen: Pair[] = [];
  for (let pair = tops.at(-1); pair !== undefined; pair = before.get(pair)) chosen.push(pair);
  return chosen.reverse();
}

/** The first pile whose top stands behind the pair in the old text; one after the last when none does. */
function pileFor({ old }: Pair, tops: readonly Pair[]): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = tops[middle];
    if (top !== undefined && top.old < old) low = middle + 1;
    else high = middle;
  }
  return low;
}
