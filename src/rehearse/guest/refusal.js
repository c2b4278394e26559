// What a script gets for something that the sandbox does not have: it can be imported and passed around, and whoever
// uses it ends the rehearsal.

import { request } from "./host.js";

const given = new Map();

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
    get: (_target, name) => (name === "default" ? it : name === "__esModule" ? undefined : use()),
    apply: use,
    construct: use,
    set: use,
  });
  return it;
}
