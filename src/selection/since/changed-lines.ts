import { diffArrays } from "diff";
import { differingPieces, type Piece } from "../../release/edits/differing-pieces.ts";

/** Pieces without a line of their own to hold on to are compared line by line up to this many pairs of lines. */
const mostPairs = 1_000_000;

/** The lines (1-based) of a text that an earlier text does not have there, however lines end. */
export function changedLines(before: string, after: string): Set<number> {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  const pieces = differingPieces(old, now);
  return new Set(pieces.flatMap((piece) => changedIn(piece, old, now)).map((index) => index + 1));
}

/** The changed line indices of a piece without anchors; all of them when it is too large to be compared. */
function changedIn(
  { oldFrom, oldTo, newFrom, newTo }: Piece,
  old: readonly string[],
  now: readonly string[],
): number[] {
  if (newFrom === newTo) return [];
  const changed: number[] = [];
  const isLarge = (oldTo - oldFrom) * (newTo - newFrom) > mostPairs;
  const parts = isLarge
    ? [{ added: true, removed: false, count: newTo - newFrom }]
    : diffArrays(old.slice(oldFrom, oldTo), now.slice(newFrom, newTo));
  let index = newFrom;
  for (const { added, removed, count } of parts) {
    if (removed) continue;
    if (added) for (let offset = 0; offset < count; offset++) changed.push(index + offset);
    index += count;
  }
  return changed;
}
