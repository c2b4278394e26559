// Notes which patterns a script holds against the text of a repository file. The methods of String and RegExp are
// wrapped for this, and do exactly what they did before.

import { request } from "./host.js";
import { pathOfText, trackText } from "./tracked-texts.js";

const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
const NativeError = Error;
const NativeRegExp = RegExp;
const nativeExec = RegExp.prototype.exec;
const { includes, replace, split } = String.prototype;
const sourceOf = getOwnPropertyDescriptor(RegExp.prototype, "source").get;
const flagsOf = getOwnPropertyDescriptor(RegExp.prototype, "flags").get;

/** These make a regular expression of a string that they are given. */
const expressionMethods = new Set(["match", "matchAll", "search"]);

/** So many notes are enough for one pattern on one file. */
const mostNotes = 50;

const seen = new Set();
const counts = new Map();
const originals = new Map();
const prototype = RegExp.prototype;
let wrappedExec;

/** Puts the wrapped methods in place. */
export function installPatterns() {
  for (const name of ["replace", "replaceAll"]) wrapString(name, true);
  for (const name of ["match", "matchAll", "search", "includes", "indexOf", "split"]) wrapString(name, false);
  wrapExec();
  wrapTest();
}

function wrapString(name, derives) {
  const native = String.prototype[name];
  const { [name]: wrapped } = {
    [name](pattern, second) {
      const result =
        typeof pattern === "object"
          ? withNativeExec(native, this, [pattern, second])
          : apply(native, this, [pattern, second]);
      const path = typeof this === "string" ? pathOfText(this) : undefined;
      if (path === undefined) return result;
      if (derives && result !== this) trackText(result, path);
      if (name === "matchAll") keepNativeExec(result);
      note(name, pattern, this, path);
      return result;
    },
  };
  put(String.prototype, name, wrapped, native.length);
}

function wrapExec() {
  const { exec } = {
    exec(text) {
      const result = apply(nativeExec, this, [text]);
      const path = typeof text === "string" ? pathOfText(text) : undefined;
      if (path !== undefined) note("exec", this, text, path);
      return result;
    },
  };
  wrappedExec = exec;
  put(prototype, "exec", exec, nativeExec.length);
}

function wrapTest() {
  const native = prototype.test;
  const { test } = {
    test(text) {
      const isPlain = typeof this === "object" && this !== null && this.exec === wrappedExec;
      const result = isPlain ? apply(nativeExec, this, [text]) !== null : apply(native, this, [text]);
      const path = typeof text === "string" ? pathOfText(text) : undefined;
      if (path !== undefined) note("test", this, text, path);
      return result;
    },
  };
  put(prototype, "test", test, native.length);
}

/**
 * Calls a method of String, which looks for `exec` for every match. It finds the engine's own meanwhile, which is much
 * faster, and which tells that these are not the script's own questions.
 */
function withNativeExec(native, self, args) {
  if (prototype.exec !== wrappedExec) return apply(native, self, args);
  prototype.exec = nativeExec;
  try {
    return apply(native, self, args);
  } finally {
    if (prototype.exec === nativeExec) prototype.exec = wrappedExec;
  }
}

/** The iterator of `matchAll` searches when it is asked for more. */
function keepNativeExec(iterator) {
  const { next } = iterator;
  const value = () => withNativeExec(next, iterator, []);
  defineProperty(iterator, "next", { configurable: true, value, writable: true });
}

function put(target, name, value, length) {
  defineProperty(value, "length", { configurable: true, value: length });
  defineProperty(target, name, { configurable: true, value, writable: true });
}

function note(method, pattern, text, path) {
  const isRegExp = pattern instanceof NativeRegExp;
  if (!isRegExp && typeof pattern !== "string") return;
  const source = isRegExp ? apply(sourceOf, pattern, []) : pattern;
  const flags = isRegExp ? apply(flagsOf, pattern, []) : expressionMethods.has(method) ? "" : null;
  const key = `${method} ${flags} ${path} ${source}`;
  const count = counts.get(key) ?? 0;
  if (count >= mostNotes) return;
  const { stack } = new NativeError();
  if (isOurs(stack) || seen.has(key + stack)) return;
  seen.add(key + stack);
  counts.set(key, count + 1);
  const matched = matches(source, flags, text);
  const original = originalOf(path);
  const matchesOriginal = original === text ? matched : original !== null && matches(source, flags, original);
  request("pattern.record", { pattern: source, flags, method, path, matched, matchesOriginal });
}

/** True when one of our own files called the method, and not the script. The first two frames are those above. */
function isOurs(stack) {
  const lines = apply(split, stack, ["\n"]);
  for (let at = 2; at < lines.length; at++) {
    if (!apply(includes, lines[at], ["(native)"])) return apply(includes, lines[at], ["(rehearsal:/"]);
  }
  return false;
}

/** Whether the pattern matches anywhere. A pattern of the script keeps its `lastIndex`, since another one is asked. */
function matches(source, flags, text) {
  if (flags === null) return apply(includes, text, [source]);
  const asked = new NativeRegExp(source, apply(replace, flags, [/[gy]/g, ""]));
  return apply(nativeExec, asked, [text]) !== null;
}

/** What the file held before the rehearsal; the last one is kept, since patterns come in groups. */
function originalOf(path) {
  if (!originals.has(path)) {
    originals.clear();
    originals.set(path, request("pattern.original", path));
  }
  return originals.get(path);
}
