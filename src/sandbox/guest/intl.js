// As much of Intl as scripts use, which is Node's own behind the bridge.

import { formatDate } from "./date.js";
import { request } from "./host.js";

export const SandboxIntl = {
  Collator: class Collator {
    constructor(locales, options = {}) {
      this.compare = (a, b) => request("intl.compare", String(a), String(b), locales ?? null, options);
    }
  },
  DateTimeFormat: class DateTimeFormat {
    #locales;
    #options;

    constructor(locales, options = {}) {
      this.#locales = locales;
      this.#options = options;
    }

    format(date) {
      return this.formatToParts(date)
        .map(({ value }) => value)
        .join("");
    }

    formatToParts(date) {
      return formatDate(date, this.#locales, this.#options);
    }

    resolvedOptions() {
      return {
        locale: this.#locales ?? "en-US",
        timeZone: "UTC",
        calendar: "gregory",
        numberingSystem: "latn",
      };
    }
  },
  NumberFormat: class NumberFormat {
    constructor(locales, options = {}) {
      this.format = (value) => request("intl.number", Number(value), locales ?? null, options);
    }
  },
};

/** Makes the methods that depend on a language do what they do in Node. */
export function installLocaleMethods() {
  const put = (prototype, name, value) =>
    Object.defineProperty(prototype, name, { configurable: true, value, writable: true });
  put(String.prototype, "localeCompare", function localeCompare(other, locales, options = {}) {
    const [a, b] = [String(this), String(other)];
    return a === b ? 0 : request("intl.compare", a, b, locales ?? null, options);
  });
  put(Number.prototype, "toLocaleString", function numberToLocaleString(locales, options = {}) {
    return request("intl.number", Number(this), locales ?? null, options);
  });
}
