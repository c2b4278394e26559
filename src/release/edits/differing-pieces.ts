import { ascendingPairs, type Pair } from "./ascending-pairs.ts";

/** A piece of two lists of lines; the ends are exclusive, all are 0-based indices. */
export interface Piece {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** What is left after so many divisions is not divided further, which bounds the time for lists that are made to be bad. */
const mostDivisions = 50;

/**
 * The pieces in which two lists of lines differ, in their order, without equal lines at their ends. Lines that occur
 * once in both are held on to first, and what lies between them is compared the same way
 * (https://bramcohen.livejournal.com/73318.html), so a lockfile of which half has changed takes no longer than another.
 * A piece holds no line that occurs once in both of its sides, but may hold equal lines all the same.
 */
export function differingPieces(old: readonly string[], now: readonly string[]): Piece[] {
  const found: Piece[] = [];
  const whole = { oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: now.length };
  const pending = [{ piece: whole, divisions: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { divisions } = next;
    const piece = withoutEqualEnds(next.piece, old, now);
    if (piece.oldFrom === piece.oldTo && piece.newFrom === piece.newTo) continue;
    const anchors = divisions < mostDivisions ? anchorsOf(piece, old, now) : [];
    if (anchors.length === 0) found.push(piece);
    // The last one in is the first one out.
    else
      for (const part of piecesBetween(piece, anchors).reverse())
        pending.push({ piece: part, divisions: divisions + 1 });
  }
  return found;
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

/** Lines with their line breaks; only the last may have none. */
export function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}
