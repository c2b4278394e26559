// What was thrown, in words that cross the bridge.

import { framesOf } from "./errors.js";

const refused = new WeakMap();

/** Makes an error for something that a rehearsal does not do, with what to do about it when nobody catches it. */
export function refusedError(message, help) {
  const error = new Error(message);
  refused.set(error, help);
  return error;
}

export function describeThrown(thrown) {
  try {
    if (typeof thrown !== "object" || thrown === null || !("message" in thrown)) {
      return { text: `Uncaught ${String(thrown)}`, message: String(thrown), stack: "", refused: null };
    }
    const message = String(thrown.message);
    const text = thrown.name ? `${String(thrown.name)}${message === "" ? "" : `: ${message}`}` : message;
    return { text, message, stack: framesOf(thrown), refused: refused.get(thrown) ?? null };
  } catch {
    return { text: "a value that cannot be shown", message: "", stack: "", refused: null };
  }
}
