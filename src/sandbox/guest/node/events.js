// node:events. See https://nodejs.org/api/events.html.

import { watch } from "../rejections.js";

export class EventEmitter {
  #listeners = new Map();

  on(event, listener) {
    return this.#add(event, { listener, once: false }, false);
  }

  once(event, listener) {
    return this.#add(event, { listener, once: true }, false);
  }

  prependListener(event, listener) {
    return this.#add(event, { listener, once: false }, true);
  }

  prependOnceListener(event, listener) {
    return this.#add(event, { listener, once: true }, true);
  }

  off(event, listener) {
    const known = this.#listeners.get(event) ?? [];
    const at = known.findLastIndex((entry) => entry.listener === listener);
    if (at !== -1) this.#listeners.set(event, known.toSpliced(at, 1));
    return this;
  }

  removeAllListeners(event) {
    if (event === undefined) this.#listeners.clear();
    else this.#listeners.delete(event);
    return this;
  }

  emit(event, ...args) {
    const known = this.#listeners.get(event) ?? [];
    if (known.length === 0 && event === "error") {
      throw args[0] instanceof Error ? args[0] : new Error(`Unhandled error. (${String(args[0])})`);
    }
    for (const entry of known) {
      if (entry.once) this.off(event, entry.listener);
      watch(Reflect.apply(entry.listener, this, args));
    }
    return known.length > 0;
  }

  listeners(event) {
    return (this.#listeners.get(event) ?? []).map(({ listener }) => listener);
  }

  rawListeners(event) {
    return this.listeners(event);
  }

  listenerCount(event) {
    return this.listeners(event).length;
  }

  eventNames() {
    return [...this.#listeners.keys()].filter((event) => this.listenerCount(event) > 0);
  }

  setMaxListeners() {
    return this;
  }

  getMaxListeners() {
    return 10;
  }

  #add(event, entry, isFirst) {
    if (typeof entry.listener !== "function") {
      throw new TypeError('The "listener" argument must be of type function');
    }
    const known = this.#listeners.get(event) ?? [];
    this.#listeners.set(event, isFirst ? [entry, ...known] : [...known, entry]);
    return this;
  }
}

EventEmitter.prototype.addListener = EventEmitter.prototype.on;
EventEmitter.prototype.removeListener = EventEmitter.prototype.off;
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.defaultMaxListeners = 10;

/** Waits for an event; an `error` event rejects. */
export function once(emitter, event) {
  return new Promise((resolve, reject) => {
    emitter.once(event, (...args) => resolve(args));
    if (event !== "error") emitter.once("error", reject);
  });
}

EventEmitter.once = once;

export default EventEmitter;
export { EventEmitter as "module.exports" };
