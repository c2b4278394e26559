// Random numbers that are the same in every rehearsal: mulberry32 from a fixed seed.

let state = 0x2f6e2b1;

/** A number from 0 up to but not including 1. */
export function nextRandom() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
}
