// The globals that Node has and the engine lacks.

import { console } from "./console.js";
import { installDate } from "./date.js";
import { installErrors } from "./errors.js";
import { AbortController, AbortSignal, Event, EventTarget } from "./event-target.js";
import { fetch } from "./fetch.js";
import { request } from "./host.js";
import { installLocaleMethods, SandboxIntl } from "./intl.js";
import { DOMException, installLaterSyntax } from "./later-syntax.js";
import { atob, Buffer, btoa } from "./node/buffer.js";
import { webcrypto } from "./node/crypto.js";
import { performance } from "./node/perf_hooks.js";
import { process } from "./node/process.js";
import { URL, URLSearchParams } from "./node/url.js";
import { nextRandom } from "./random.js";
import { refuse } from "./refusal.js";
import { uncaught } from "./rejections.js";
import { structuredClone } from "./structured-clone.js";
import { TextDecoder, TextEncoder } from "./text-coding.js";
import {
  clearImmediate,
  clearInterval,
  clearTimeout,
  setImmediate,
  setInterval,
  setTimeout,
} from "./timers.js";

const globals = {
  AbortController,
  AbortSignal,
  Buffer,
  DOMException,
  Event,
  EventTarget,
  Intl: SandboxIntl,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  clearImmediate,
  clearInterval,
  clearTimeout,
  console,
  crypto: webcrypto,
  fetch,
  global: globalThis,
  performance,
  process,
  queueMicrotask,
  setImmediate,
  setInterval,
  setTimeout,
  structuredClone,
};

/** The globals of Node that are not given here. They are there all the same, and whoever uses one is stopped. */
const missing = [
  ..."Blob BroadcastChannel CompressionStream CustomEvent DecompressionStream File FormData Headers".split(
    " ",
  ),
  ..."MessageChannel MessagePort ReadableStream Request Response TransformStream WebAssembly WebSocket".split(
    " ",
  ),
  "WritableStream",
];

/** Puts the globals in place, as Node does: they can be changed, and are not listed. */
export function installGlobals() {
  for (const [name, value] of Object.entries(globals)) put(globalThis, name, value);
  put(Math, "random", nextRandom);
  for (const name of missing) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => refuse(request("run.refusalOf", name)),
      set: (value) => put(globalThis, name, value),
    });
  }
  installErrors();
  installLaterSyntax();
  installDate();
  installLocaleMethods();
}

function put(target, name, value) {
  Object.defineProperty(target, name, { configurable: true, value, writable: true });
}

function queueMicrotask(callback) {
  if (typeof callback !== "function") throw new TypeError('The "callback" argument must be of type function');
  Promise.resolve()
    .then(() => callback())
    .catch(uncaught);
}
