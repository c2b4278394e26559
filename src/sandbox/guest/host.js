// The guest side of the bridge. It runs before any script can change a global.

import { withHead } from "./errors.js";

const { answer, compile, importNow } = globalThis.__rehearsal;
Reflect.deleteProperty(globalThis, "__rehearsal");

const NativeError = Error;
const errorTypes = { Error, RangeError, SyntaxError, TypeError };
const { parse, stringify } = JSON;
const { assign } = Object;

export { compile, importNow };

/**
 * Asks the host for something, in JSON values. Throws what the host says to throw. The stack goes along, so that the
 * host can tell which line of the script asked.
 */
export function request(operation, ...args) {
  const reply = answer(operation, stringify(args), new NativeError().stack);
  if (reply === "") waitForTheEnd();
  const pair = parse(reply);
  if (pair[0]) return pair[1];
  const { name, message, ...details } = pair[1];
  throw withHead(assign(new (errorTypes[name] ?? NativeError)(message), details));
}

/** Ends the rehearsal because it asks for something that the sandbox does not do. */
export function stop(message, help) {
  request("run.stop", message, help);
  waitForTheEnd();
}

/** The run has ended: the engine interrupts us at the next turn of this loop, and no `catch` or `finally` runs. */
function waitForTheEnd() {
  for (;;);
}
