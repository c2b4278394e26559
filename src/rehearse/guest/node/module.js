// node:module.

import { createRequire } from "../commonjs.js";

const builtins = [
  "assert",
  "buffer",
  "child_process",
  "crypto",
  "events",
  "fs",
  "http",
  "https",
  "module",
  "net",
  "os",
];

export const builtinModules = [
  ...builtins,
  "path",
  "process",
  "readline",
  "stream",
  "timers",
  "tty",
  "url",
  "util",
  "zlib",
];
export { createRequire };

export function isBuiltin(name) {
  return name.startsWith("node:") || builtinModules.includes(name.split("/")[0]);
}

export function enableCompileCache() {}
export function register() {}
