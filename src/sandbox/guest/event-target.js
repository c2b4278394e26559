// The globals EventTarget, Event, AbortController and AbortSignal.

import { setTimeout } from "./timers.js";

export class Event {
  constructor(type, { cancelable = false } = {}) {
    this.type = type;
    this.cancelable = cancelable;
    this.defaultPrevented = false;
    this.target = null;
  }

  preventDefault() {
    if (this.cancelable) this.defaultPrevented = true;
  }
}

export class EventTarget {
  #listeners = [];

  addEventListener(type, listener, options) {
    this.#listeners.push({ type, listener, once: options?.once === true });
  }

  removeEventListener(type, listener) {
    this.#listeners = this.#listeners.filter((entry) => entry.type !== type || entry.listener !== listener);
  }

  dispatchEvent(event) {
    event.target = this;
    for (const { type, listener, once } of [...this.#listeners]) {
      if (type !== event.type) continue;
      if (once) this.removeEventListener(type, listener);
      if (typeof listener === "function") Reflect.apply(listener, this, [event]);
      else listener.handleEvent(event);
    }
    return !event.defaultPrevented;
  }
}

export class AbortSignal extends EventTarget {
  aborted = false;
  reason = undefined;
  onabort = null;

  static abort(reason) {
    const controller = new AbortController();
    controller.abort(reason);
    return controller.signal;
  }

  static timeout(delay) {
    const controller = new AbortController();
    setTimeout(
      () => controller.abort(abortError("TimeoutError", "The operation was aborted due to timeout")),
      delay,
    ).unref();
    return controller.signal;
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }
}

export class AbortController {
  signal = new AbortSignal();

  abort(reason = abortError("AbortError", "This operation was aborted")) {
    const { signal } = this;
    if (signal.aborted) return;
    signal.aborted = true;
    signal.reason = reason;
    const event = new Event("abort");
    signal.onabort?.(event);
    signal.dispatchEvent(event);
  }
}

function abortError(name, message) {
  return Object.assign(new Error(message), { name, code: 20 });
}
