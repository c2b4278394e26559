// Changes that Node gives to threads of its own. The file changes at once here, as the order of calls is the order of
// effects, but who ends the process before Node has told of a change does not know whether it was made.

import { stop } from "../host.js";
import { setImmediate } from "../timers.js";

const underWay = new Map();

/** Notes that a change has begun, and gives the function that says that it is done. */
export function begin(path) {
  const change = {};
  underWay.set(change, String(path));
  return () => underWay.delete(change);
}

/** Tells of a change in a later turn of the event loop. */
export function tellLater(path, tell) {
  const end = begin(path);
  setImmediate(() => {
    end();
    tell();
  });
}

/** Stops the rehearsal when a change is under way. */
export function refuseLostChanges() {
  const [path] = underWay.values();
  if (path === undefined) return;
  stop(
    `the script ends the process while a change of ${path} is still under way, so that it may be lost`,
    "wait for it before process.exit, or let the process end by itself",
  );
}
