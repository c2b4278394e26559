// node:assert. See https://nodejs.org/api/assert.html.

import { inspect } from "../inspect.js";
import { isDeepStrictEqual, isEqual } from "./util.js";

export class AssertionError extends Error {
  constructor({ message, actual, expected, operator }) {
    super(message);
    this.name = "AssertionError";
    this.code = "ERR_ASSERTION";
    this.generatedMessage = false;
    Object.assign(this, { actual, expected, operator });
  }
}

export function ok(value, message) {
  if (!value)
    fails(message, "The expression evaluated to a falsy value", {
      actual: value,
      expected: true,
      operator: "==",
    });
}

export function equal(actual, expected, message) {
  // biome-ignore lint/suspicious/noDoubleEquals: that is what it is for.
  check(actual == expected || Object.is(actual, expected), message, { actual, expected, operator: "==" });
}

export function notEqual(actual, expected, message) {
  // biome-ignore lint/suspicious/noDoubleEquals: that is what it is for.
  check(actual != expected, message, { actual, expected, operator: "!=" });
}

export function strictEqual(actual, expected, message) {
  check(Object.is(actual, expected), message, { actual, expected, operator: "strictEqual" });
}

export function notStrictEqual(actual, expected, message) {
  check(!Object.is(actual, expected), message, { actual, expected, operator: "notStrictEqual" });
}

export function deepStrictEqual(actual, expected, message) {
  check(isDeepStrictEqual(actual, expected), message, { actual, expected, operator: "deepStrictEqual" });
}

export function notDeepStrictEqual(actual, expected, message) {
  check(!isDeepStrictEqual(actual, expected), message, { actual, expected, operator: "notDeepStrictEqual" });
}

export function deepEqual(actual, expected, message) {
  check(isEqual(actual, expected, false, new Map()), message, { actual, expected, operator: "deepEqual" });
}

export function notDeepEqual(actual, expected, message) {
  check(!isEqual(actual, expected, false, new Map()), message, {
    actual,
    expected,
    operator: "notDeepEqual",
  });
}

export function match(text, pattern, message) {
  check(pattern.test(text), message, { actual: text, expected: pattern, operator: "match" });
}

export function doesNotMatch(text, pattern, message) {
  check(!pattern.test(text), message, { actual: text, expected: pattern, operator: "doesNotMatch" });
}

export function fail(message = "Failed") {
  fails(message, "Failed", { operator: "fail" });
}

export function ifError(value) {
  if (value !== null && value !== undefined) throw value;
}

export function throws(work, expected, message) {
  try {
    work();
  } catch (error) {
    return expectError(error, expected);
  }
  fails(typeof expected === "string" ? expected : message, "Missing expected exception.", {
    operator: "throws",
  });
}

export function doesNotThrow(work) {
  work();
}

export async function rejects(work, expected, message) {
  try {
    await (typeof work === "function" ? work() : work);
  } catch (error) {
    return expectError(error, expected);
  }
  fails(message, "Missing expected rejection.", { operator: "rejects" });
}

function expectError(error, expected) {
  const isWanted =
    expected instanceof RegExp
      ? expected.test(String(error))
      : typeof expected === "function"
        ? error instanceof expected || expected(error) === true
        : true;
  if (!isWanted) throw error;
}

function check(isTrue, message, details) {
  if (isTrue) return;
  const { actual, expected, operator } = details;
  fails(message, `Expected values to be ${operator}: ${inspect(actual)} and ${inspect(expected)}`, details);
}

function fails(message, fallback, details) {
  if (message instanceof Error) throw message;
  throw new AssertionError({ message: message ?? fallback, ...details });
}

const everything = {
  AssertionError,
  ok,
  equal,
  notEqual,
  strictEqual,
  notStrictEqual,
  deepEqual,
  deepStrictEqual,
};
const more = {
  notDeepEqual,
  notDeepStrictEqual,
  match,
  doesNotMatch,
  fail,
  ifError,
  throws,
  doesNotThrow,
  rejects,
};

export const strict = Object.assign((value, message) => ok(value, message), everything, more, {
  equal: strictEqual,
  notEqual: notStrictEqual,
  deepEqual: deepStrictEqual,
  notDeepEqual: notDeepStrictEqual,
});
strict.strict = strict;

const assert = Object.assign((value, message) => ok(value, message), everything, more, { strict });

export default assert;
