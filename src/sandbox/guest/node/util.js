// node:util. See https://nodejs.org/api/util.html.

import { format, inspect } from "../inspect.js";
import { TextDecoder, TextEncoder } from "../text-coding.js";

export { parseArgs } from "../parse-args.js";
export { format, inspect, TextDecoder, TextEncoder };

const custom = Symbol.for("nodejs.util.promisify.custom");

export function promisify(original) {
  if (typeof original !== "function") throw new TypeError('The "original" argument must be of type function');
  if (original[custom] !== undefined) return original[custom];
  return function promisified(...args) {
    return new Promise((resolve, reject) => {
      const done = (error, value) => (error ? reject(error) : resolve(value));
      Reflect.apply(original, this, [...args, done]);
    });
  };
}

promisify.custom = custom;

export function callbackify(original) {
  return (...args) => {
    const done = args.pop();
    original(...args).then(
      (value) => done(null, value),
      (error) => done(error),
    );
  };
}

export function inherits(child, parent) {
  Object.defineProperty(child, "super_", { configurable: true, value: parent, writable: true });
  Object.setPrototypeOf(child.prototype, parent.prototype);
}

export function deprecate(original) {
  return original;
}

export function debuglog() {
  return () => {};
}

export { debuglog as debug };

/** Nothing is coloured in a rehearsal. */
export function styleText(_style, text) {
  return text;
}

export function stripVTControlCharacters(text) {
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, "");
}

export function toUSVString(text) {
  return String(text).toWellFormed();
}

export function isDeepStrictEqual(a, b) {
  return isEqual(a, b, true, new Map());
}

export function isArray(value) {
  return Array.isArray(value);
}

export const types = {
  isDate: (value) => value instanceof Date,
  isMap: (value) => value instanceof Map,
  isNativeError: (value) => value instanceof Error,
  isPromise: (value) => value instanceof Promise,
  isRegExp: (value) => value instanceof RegExp,
  isSet: (value) => value instanceof Set,
  isTypedArray: (value) => ArrayBuffer.isView(value) && !(value instanceof DataView),
  isUint8Array: (value) => value instanceof Uint8Array,
};

/** Compares by structure; `strict` also by prototype and without converting. */
export function isEqual(a, b, strict, seen) {
  // biome-ignore lint/suspicious/noDoubleEquals: the older functions of node:assert compare like this.
  if (Object.is(a, b) || (!strict && a == b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  if (a instanceof Date || a instanceof RegExp)
    return b instanceof a.constructor && String(a) === String(b) && +a === +b;
  if (a instanceof Error && (a.message !== b.message || a.name !== b.name)) return false;
  if (a instanceof Map || a instanceof Set) {
    if (a.size !== b.size) return false;
    return isEqual([...a], [...b], strict, seen);
  }
  const keys = Object.keys(a);
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key], strict, seen));
}
