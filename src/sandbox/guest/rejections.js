// Rejections that nobody handles. The engine does not tell of them, so the promises that a script lets go of are
// watched, and reading `constructor`, which `await` and `then` do, tells that somebody looks at a promise.

import { withHead } from "./errors.js";
import { request } from "./host.js";
import { describeThrown } from "./thrown.js";

const NativePromise = Promise;
const nativeThen = Promise.prototype.then;
const { apply, defineProperty } = Reflect;
const { isArray } = Array;
const observed = new WeakSet();
const watched = new WeakSet();
const unhandled = [];
let isOurs = false;

defineProperty(NativePromise.prototype, "constructor", {
  configurable: true,
  get() {
    if (!isOurs && typeof this === "object") observed.add(this);
    return NativePromise;
  },
  set(value) {
    defineProperty(this, "constructor", { configurable: true, enumerable: true, writable: true, value });
  },
});

function then(onFulfilled, onRejected) {
  const rejected = typeof onRejected === "function" ? (reason) => onRejected(withHead(reason)) : onRejected;
  return apply(nativeThen, this, [onFulfilled, rejected]);
}

defineProperty(NativePromise.prototype, "then", { configurable: true, value: then, writable: true });

/** Takes note of what a `catch` of the script has caught. */
export const caught = withHead;

/** Watches a value that a script lets go of, when it is a promise or a list of promises, and gives it back. */
export function watch(value) {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof NativePromise) follow(value);
  else if (isArray(value) && value[0] instanceof NativePromise) {
    for (const item of value) if (item instanceof NativePromise) follow(item);
  }
  return value;
}

/** Watches what a callback returns. */
export function watchCallback(callback) {
  return function watched(...args) {
    return watch(apply(callback, this, args));
  };
}

/** Ends the run when a watched promise was rejected and nobody has looked at it by now. */
export function reportUnhandled() {
  while (unhandled.length > 0) {
    const { promise, reason } = unhandled.shift();
    if (!observed.has(promise)) uncaught(reason);
  }
}

/** Ends the run because of an error that nobody caught. */
export function uncaught(reason) {
  request("run.uncaught", describeThrown(reason));
}

function follow(promise) {
  if (watched.has(promise)) return;
  watched.add(promise);
  isOurs = true;
  try {
    apply(nativeThen, promise, [undefined, (reason) => unhandled.push({ promise, reason })]);
  } finally {
    isOurs = false;
  }
}
