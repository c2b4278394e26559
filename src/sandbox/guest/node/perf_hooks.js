// node:perf_hooks, in the time of the sandbox.

import { peekClock, readClock } from "../clock.js";

const timeOrigin = peekClock();

export const performance = {
  timeOrigin,
  now: () => readClock() - timeOrigin,
  mark: (name) => ({ name, entryType: "mark", startTime: readClock() - timeOrigin, duration: 0 }),
  measure: (name) => ({ name, entryType: "measure", startTime: readClock() - timeOrigin, duration: 0 }),
  clearMarks() {},
  clearMeasures() {},
  getEntries: () => [],
  getEntriesByName: () => [],
  getEntriesByType: () => [],
};
