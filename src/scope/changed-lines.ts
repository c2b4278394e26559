import { diffArrays } from "diff";
import { ascendingPairs, type Pair } from "./ascending-pairs.ts";

/** A piece of both texts; the ends are exclusive, all are 0-based line indices. */
interface Piece {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Pieces without a line of their own to hold on to are compared line by line up to this many pairs of lines. */
const mostPairs = 1_000_000;

/**
 * The lines (1-based) of a text that an earlier text does not have there, however lines end. Lines that occur once in
 * both are held on to first, and what lies between them is compared the same way
 * (https://bramcohen.livejournal.com/73318.html), so a lockfile of which half has changed takes no longer than another.
 */
export function changedLines(before: string, after: string): Set<number> {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  const changed = new Set<number>();
  const pending: Piece[] = [{ oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: now.length }];
  for (let piece = pending.pop(); piece !== undefined; piece = pending.pop()) {
    const rest = withoutEqualEnds(piece, old, now);
    if (rest.newFrom === rest.newTo) continue;
    const anchors = anchorsOf(rest, old, now);
    if (anchors.length > 0) pending.push(...piecesBetween(rest, anchors));
    else for (const index of changedIn(rest, old, now)) changed.add(index + 1);
  }
  return changed;
}

function withoutEqualEnds(piece: Piece, old: readonly string[], now: readonly string[]): Piece {
  let { oldFrom, oldTo, newFrom, newTo } = piece;
  while (oldFrom < oldTo && newFrom < newTo && old[oldFrom] === now[newFrom]) {
    oldFrom++;
    newFrom++;
  }
  while (oldFrom < oldTo && newFrom < newTo && old[oldTo - 1] === now[newTo - 1]) {
    oldTo--;
    newTo--;
  }
  return { oldFrom, oldTo, newFrom, newTo };
}

/** The lines that occur once in either piece, as many as stand in the same order in both. */
function anchorsOf(
  { oldFrom, oldTo, newFrom, newTo }: Piece,
  old: readonly string[],
  now: readonly string[],
): Pair[] {
  const places = onceIn(old, oldFrom, oldTo);
  const common: Pair[] = [];
  for (const [line, at] of onceIn(now, newFrom, newTo)) {
    const oldAt = places.get(line);
    if (oldAt !== undefined) common.push({ old: oldAt, now: at });
  }
  return ascendingPairs(common);
}

/** The index of every line that occurs exactly once in a range, in the order of the text. */
function onceIn(lines: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let index = from; index < to; index++) {
    const line = lines[index] ?? "";
    if (places.has(line)) repeated.add(line);
    else places.set(line, index);
  }
  for (const line of repeated) places.delete(line);
  return places;
}

function piecesBetween(piece: Piece, anchors: readonly Pair[]): Piece[] {
  const pieces: Piece[] = [];
  let { oldFrom, newFrom } = piece;
  for (const { old, now } of anchors) {
    pieces.push({ oldFrom, oldTo: old, newFrom, newTo: now });
    oldFrom = old + 1;
    newFrom = now + 1;
  }
  pieces.push({ oldFrom, oldTo: piece.oldTo, newFrom, newTo: piece.newTo });
  return pieces;
}

/** The changed line indices of a piece without anchors; all of them when it is too large to be compared. */
function changedIn(
  { oldFrom, oldTo, newFrom, newTo }: Piece,
  old: readonly string[],
  now: readonly string[],
): number[] {
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
