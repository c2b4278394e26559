// Stands in for `zx/globals`.

import * as zx from "./zx.js";

for (const [name, value] of Object.entries(zx)) {
  Object.defineProperty(globalThis, name, { configurable: true, value, writable: true });
}
