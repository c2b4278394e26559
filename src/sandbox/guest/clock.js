// The time inside of the sandbox. It does not follow the real time, so that the same input gives the same output.

let now = 0;

/** Sets the clock, in milliseconds since 1970. */
export function startClock(milliseconds) {
  now = milliseconds;
}

/** Reads the clock. Every look takes a millisecond, so that a script which waits for the time to pass gets there. */
export function readClock() {
  now += 1;
  return now;
}

/** What the clock shows, without that a look takes time. */
export function peekClock() {
  return now;
}

/** Lets time pass until a moment, when that is still to come. */
export function advanceClock(milliseconds) {
  if (milliseconds > now) now = milliseconds;
}
