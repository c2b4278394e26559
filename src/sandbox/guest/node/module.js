// node:module.

import { createRequire } from "../commonjs.js";

/** Those of Node 20, without the older names that start with an underscore. */
export const builtinModules = [
  ..."assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram".split(
    " ",
  ),
  ..."diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector".split(
    " ",
  ),
  ..."inspector/promises module net os path path/posix path/win32 perf_hooks process punycode".split(" "),
  ..."querystring readline readline/promises repl stream stream/consumers stream/promises stream/web".split(
    " ",
  ),
  ..."string_decoder sys timers timers/promises tls trace_events tty url util util/types v8 vm wasi".split(
    " ",
  ),
  ..."worker_threads zlib".split(" "),
];
export { createRequire };

export function isBuiltin(name) {
  return builtinModules.includes(name.replace(/^node:/, ""));
}

export function enableCompileCache() {}
export function register() {}
