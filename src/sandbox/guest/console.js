// The console. What it prints becomes the log of the rehearsal.

import { readClock } from "./clock.js";
import { request } from "./host.js";
import { format, inspect } from "./inspect.js";

const counts = new Map();
const clocks = new Map();
let indent = "";

function print(stream, args) {
  const text = format(...args);
  request("run.print", stream, `${indent === "" ? text : text.replace(/^/gm, indent)}\n`);
}

const out = (...args) => print("stdout", args);
const err = (...args) => print("stderr", args);

export const console = {
  log: out,
  info: out,
  debug: out,
  error: err,
  warn: err,
  trace: (...args) => err("Trace:", ...args),
  dir: (value, options) => out(inspect(value, options)),
  dirxml: out,
  assert(value, ...args) {
    if (!value) err(args.length === 0 ? "Assertion failed" : `Assertion failed: ${format(...args)}`);
  },
  group(...args) {
    if (args.length > 0) out(...args);
    indent += "  ";
  },
  groupEnd() {
    indent = indent.slice(2);
  },
  count(label = "default") {
    counts.set(label, (counts.get(label) ?? 0) + 1);
    out(`${label}: ${counts.get(label)}`);
  },
  countReset(label = "default") {
    counts.delete(label);
  },
  time(label = "default") {
    clocks.set(label, readClock());
  },
  timeLog(label = "default", ...args) {
    out(`${label}: ${readClock() - (clocks.get(label) ?? 0)}ms`, ...args);
  },
  timeEnd(label = "default") {
    console.timeLog(label);
    clocks.delete(label);
  },
  table: (rows) => out(inspect(rows, { depth: 3 })),
  clear() {},
};

console.groupCollapsed = console.group;
