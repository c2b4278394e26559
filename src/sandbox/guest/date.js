// Dates in the time of the sandbox and in UTC, so that no output depends on the clock or the zone of the machine.

import { peekClock, readClock } from "./clock.js";
import { request } from "./host.js";

const NativeDate = Date;
const fields = ["FullYear", "Month", "Date", "Day", "Hours", "Minutes", "Seconds", "Milliseconds"];
const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (number) => String(number).padStart(2, "0");

/** Puts the clock of the sandbox behind `Date`, and its local time into UTC. */
export function installDate() {
  const prototype = NativeDate.prototype;
  const put = (name, value) =>
    Object.defineProperty(prototype, name, { configurable: true, value, writable: true });
  for (const field of fields) {
    put(`get${field}`, prototype[`getUTC${field}`]);
    if (field !== "Day") put(`set${field}`, prototype[`setUTC${field}`]);
  }
  put("getTimezoneOffset", () => 0);
  put("toDateString", dateString);
  put("toTimeString", timeString);
  put("toString", function dateToString() {
    return Number.isNaN(this.getTime())
      ? "Invalid Date"
      : `${dateString.call(this)} ${timeString.call(this)}`;
  });
  put("toLocaleDateString", localeMethod({ year: "numeric", month: "numeric", day: "numeric" }, []));
  put("toLocaleTimeString", localeMethod({ hour: "numeric", minute: "numeric", second: "numeric" }, []));
  put(
    "toLocaleString",
    localeMethod({ ...dateParts, hour: "numeric", minute: "numeric", second: "numeric" }, []),
  );
  globalThis.Date = new Proxy(NativeDate, {
    apply: () => new NativeDate(readClock()).toString(),
    construct: (target, args, newTarget) => Reflect.construct(target, momentOf(args), newTarget),
    get: (target, name) =>
      name === "now" ? readClock : name === "parse" ? parse : Reflect.get(target, name),
  });
  prototype.constructor = globalThis.Date;
}

const dateParts = { year: "numeric", month: "numeric", day: "numeric" };

function momentOf(args) {
  if (args.length === 0) return [readClock()];
  if (args.length > 1) return [NativeDate.UTC(...args)];
  return [typeof args[0] === "string" ? parse(args[0]) : args[0]];
}

/** A text without a zone is in local time, which is UTC. */
function parse(text) {
  const hasZone = /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*(?:\(.*\))?$/i.test(text);
  const isDateOnly = /^[+-]?\d{4,6}(?:-\d\d){0,2}$/.test(text);
  if (hasZone || isDateOnly) return NativeDate.parse(text);
  return NativeDate.parse(/^[+-]?\d{4,6}-\d\d-\d\dT/.test(text) ? `${text}Z` : `${text} UTC`);
}

function dateString() {
  const year = String(this.getUTCFullYear()).padStart(4, "0");
  return `${days[this.getUTCDay()]} ${months[this.getUTCMonth()]} ${two(this.getUTCDate())} ${year}`;
}

function timeString() {
  const time = [this.getUTCHours(), this.getUTCMinutes(), this.getUTCSeconds()].map(two).join(":");
  return `${time} GMT+0000 (Coordinated Universal Time)`;
}

function localeMethod(defaults) {
  return function toLocale(locales, options) {
    return formatDate(this, locales, options, defaults)
      .map(({ value }) => value)
      .join("");
  };
}

const asking = [
  "weekday",
  "year",
  "month",
  "day",
  "hour",
  "minute",
  "second",
  "dateStyle",
  "timeStyle",
  "era",
];

/** The parts of a date in a language, as Node's Intl gives them. */
export function formatDate(date, locales, options = {}, defaults = dateParts) {
  const time = date === undefined ? peekClock() : Number(date);
  if (Number.isNaN(time)) throw new RangeError("Invalid time value");
  const isPlain = asking.every((name) => options[name] === undefined);
  return request("intl.date", time, locales ?? null, { ...(isPlain ? defaults : {}), ...options });
}
