// node:timers/promises.

import { setTimeout as later, setImmediate as soon } from "../timers.js";

export function setTimeout(delay, value) {
  return new Promise((resolve) => later(resolve, delay, value));
}

export function setImmediate(value) {
  return new Promise((resolve) => soon(resolve, value));
}

export async function* setInterval(delay, value) {
  for (;;) yield await setTimeout(delay, value);
}

export const scheduler = { wait: (delay) => setTimeout(delay), yield: () => setImmediate() };
