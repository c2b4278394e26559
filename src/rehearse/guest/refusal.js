// What a script gets for something that the sandbox does not have: it can be imported and passed around, and whoever
// uses it ends the rehearsal.

import { request } from "./host.js";

const given = new Map();
const quiet = new Set(["__esModule", "default", "prototype", "length", "name"]);

/** The stand-in for the refusal that the host knows by this key. */
export function refuse(key) {
  if (!given.has(key)) given.set(key, standInFor(key));
  return given.get(key);
}

function standInFor(key) {
  const use = () => request("run.refuse", key);
  const it = new Proxy(function refused() {}, {
    get: (target, property) => {
      if (property === "default") return it;
      return typeof property === "symbol" || quiet.has(property) ? Reflect.get(target, property) : use();
    },
    apply: use,
    construct: use,
    set: use,
  });
  return it;
}
