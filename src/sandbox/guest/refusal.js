// What a script gets for something that the sandbox does not have: it can be imported, passed around, promisified and
// extended, and whoever uses it ends the rehearsal.

import { request } from "./host.js";

const given = new Map();
const promisified = Symbol.for("nodejs.util.promisify.custom");

/** The stand-in for the one thing that the host knows by this key. */
export function refuse(key) {
  if (!given.has(key)) given.set(key, standInFor(key));
  return given.get(key);
}

/** The stand-in for a whole module that is required: its names can be taken from it as well. */
export function refuseModule(key) {
  const it = new Proxy(refuse(key), {
    get: (target, name) => (typeof name === "symbol" || name === "prototype" ? target[name] : refuse(key)),
  });
  return it;
}

function standInFor(key) {
  const use = () => request("run.refuse", key);
  const it = new Proxy(function refused() {}, {
    get(target, name) {
      if (name === "default") return it;
      // Packages that wrap what Node has give their own function the name of what it wraps.
      if (name === "prototype" || name === "name" || name === "length") return target[name];
      return name === "__esModule" || name === promisified ? undefined : use();
    },
    apply: use,
    construct: use,
    set: use,
  });
  return it;
}
