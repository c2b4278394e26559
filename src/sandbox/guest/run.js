// What the host calls: to begin, for every turn of the event loop, and to finish.

import { startClock } from "./clock.js";
import { requireNamed } from "./commonjs.js";
import { installGlobals } from "./globals.js";
import { request } from "./host.js";
import { endProcess, process, setUpProcess } from "./node/process.js";
import { installPatterns } from "./patterns.js";
import { reportUnhandled, uncaught } from "./rejections.js";
import { runNextTimer } from "./timers.js";

export { exportedNames } from "./commonjs.js";

let isSettled = false;
let hasSaidGoodbye = false;

/** Starts the script of a plan, see `plan.ts` of the host. */
export function begin(text) {
  const plan = JSON.parse(text);
  startClock(plan.now);
  installGlobals();
  setUpProcess(plan);
  installPatterns();
  start(plan).then(() => {
    isSettled = true;
  }, uncaught);
}

/** Runs what is due next. Gives false when nothing is left to do. */
export function turn() {
  reportUnhandled();
  if (runNextTimer()) return true;
  if (hasSaidGoodbye || !isSettled) return false;
  hasSaidGoodbye = true;
  return process.emit("beforeExit", process.exitCode ?? 0);
}

/** Nothing is left to do: the process ends by itself. The host says whether the memory was exhausted on the way. */
export function finish(memory) {
  if (!isSettled) request("run.unsettled", memory === "exhausted");
  endProcess();
}

async function start({ main, preload, calls }) {
  if (preload !== null) await import(preload);
  if (calls === null && request("module.form", main) === "commonjs") return requireNamed(main);
  const exports = await import(main);
  for (const { function: name, args } of calls ?? []) {
    const called = exports[name] ?? exports.default?.[name];
    if (typeof called !== "function") request("run.noFunction", name, Object.keys(exports));
    await called(...args);
  }
}
