// node:events, as the package of that name has it. See https://nodejs.org/api/events.html.

import makeEvents from "../published/events.js";
import { watch } from "../rejections.js";

const { apply } = Reflect;

/** What a listener that is an async function rejects with is nobody's, unless the script handles it. */
const watching = {
  ...ownKeysOf(Reflect),
  apply: (listener, self, args) => watch(apply(listener, self, args)),
};

export const EventEmitter = makeEvents(watching);
export const { once, defaultMaxListeners } = EventEmitter;

export default EventEmitter;
export { EventEmitter as "module.exports" };

/** The functions of an object that lists none of them. */
function ownKeysOf(object) {
  return Object.fromEntries(Reflect.ownKeys(object).map((key) => [key, object[key]]));
}
