// Timers in virtual time: they fire in the order in which they are due, and nobody waits.

import { advanceClock, peekClock } from "./clock.js";
import { stop } from "./host.js";
import { uncaught, watch } from "./rejections.js";

/** Nobody's release waits for longer than a day; a timer that is set again and again does. */
const longestWait = 24 * 60 * 60 * 1000;

const timers = new Map();
let started = null;
let count = 0;

class Timeout {
  constructor(callback, delay, args, repeats) {
    if (typeof callback !== "function")
      throw new TypeError('The "callback" argument must be of type function');
    this.id = ++count;
    this.callback = callback;
    this.args = args;
    this.delay = Number(delay) >= 1 ? Number(delay) : repeats === null ? 0 : 1;
    this.repeats = repeats === true;
    this.isHeld = true;
    this.refresh();
  }

  refresh() {
    this.due = peekClock() + this.delay;
    timers.set(this.id, this);
    return this;
  }

  ref() {
    this.isHeld = true;
    return this;
  }

  unref() {
    this.isHeld = false;
    return this;
  }

  hasRef() {
    return this.isHeld;
  }

  close() {
    timers.delete(this.id);
    return this;
  }

  [Symbol.toPrimitive]() {
    return this.id;
  }
}

export function setTimeout(callback, delay = 1, ...args) {
  return new Timeout(callback, delay, args, false);
}

Object.defineProperty(setTimeout, Symbol.for("nodejs.util.promisify.custom"), {
  value: (delay, value) => new Promise((resolve) => setTimeout(resolve, delay, value)),
});

export function setInterval(callback, delay = 1, ...args) {
  return new Timeout(callback, delay, args, true);
}

export function setImmediate(callback, ...args) {
  return new Timeout(callback, 0, args, null);
}

export function clearTimeout(timer) {
  timers.delete(typeof timer === "object" && timer !== null ? timer.id : Number(timer));
}

export { clearTimeout as clearImmediate, clearTimeout as clearInterval };

/** Fires the timer that is due next. Gives false when none is left that keeps a process alive. */
export function runNextTimer() {
  started ??= peekClock();
  let next = null;
  let isAlive = false;
  for (const timer of timers.values()) {
    isAlive ||= timer.isHeld;
    if (next === null || timer.due < next.due) next = timer;
  }
  if (!isAlive) return false;
  advanceClock(next.due);
  if (peekClock() - started > longestWait) {
    stop("the script waits for more than a day", "look for a timer that is set again and again");
  }
  if (next.repeats) next.refresh();
  else timers.delete(next.id);
  try {
    watch(next.callback(...next.args));
  } catch (error) {
    uncaught(error);
  }
  return true;
}
