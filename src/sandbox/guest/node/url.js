// node:url and the global URL, which are Node's own behind the bridge.

import { request } from "../host.js";
import { resolve } from "./path.js";

const parts = [
  "href",
  "protocol",
  "username",
  "password",
  "host",
  "hostname",
  "port",
  "pathname",
  "search",
  "hash",
];

function invalidUrl(input) {
  return Object.assign(new TypeError("Invalid URL"), { code: "ERR_INVALID_URL", input });
}

export class URL {
  #parts;
  #searchParams;

  constructor(input, base) {
    this.#parts = request("url.parse", String(input), base === undefined ? null : String(base));
    if (this.#parts === null) throw invalidUrl(String(input));
  }

  static canParse(input, base) {
    return request("url.parse", String(input), base === undefined ? null : String(base)) !== null;
  }

  static parse(input, base) {
    return URL.canParse(input, base) ? new URL(input, base) : null;
  }

  get origin() {
    return this.#parts.origin;
  }

  get searchParams() {
    this.#searchParams ??= new URLSearchParams(this.search, (search) => this.setPart("search", search));
    return this.#searchParams;
  }

  toString() {
    return this.href;
  }

  toJSON() {
    return this.href;
  }

  getPart(part) {
    return this.#parts[part];
  }

  setPart(part, value) {
    if (part === "href" && !URL.canParse(value)) throw invalidUrl(value);
    this.#parts = request("url.set", this.href, part, String(value));
  }
}

for (const part of parts) {
  Object.defineProperty(URL.prototype, part, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getPart(part);
    },
    set(value) {
      this.setPart(part, value);
    },
  });
}

export class URLSearchParams {
  #pairs = [];
  #changed;

  constructor(init = "", changed = () => {}) {
    this.#changed = changed;
    if (typeof init === "string") this.#pairs = readPairs(init);
    else if (typeof init[Symbol.iterator] === "function")
      this.#pairs = [...init].map(([name, value]) => [`${name}`, `${value}`]);
    else this.#pairs = Object.entries(init).map(([name, value]) => [name, String(value)]);
  }

  get size() {
    return this.#pairs.length;
  }

  append(name, value) {
    this.#set([...this.#pairs, [String(name), String(value)]]);
  }

  delete(name) {
    this.#set(this.#pairs.filter(([known]) => known !== name));
  }

  get(name) {
    return this.#pairs.find(([known]) => known === name)?.[1] ?? null;
  }

  getAll(name) {
    return this.#pairs.filter(([known]) => known === name).map(([, value]) => value);
  }

  has(name) {
    return this.#pairs.some(([known]) => known === name);
  }

  set(name, value) {
    const at = this.#pairs.findIndex(([known]) => known === name);
    if (at === -1) this.append(name, value);
    else
      this.#set(
        this.#pairs.flatMap((pair, index) =>
          index === at ? [[name, String(value)]] : pair[0] === name ? [] : [pair],
        ),
      );
  }

  sort() {
    this.#set(this.#pairs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  }

  forEach(callback, self) {
    for (const [name, value] of this.#pairs) Reflect.apply(callback, self, [value, name, this]);
  }

  *entries() {
    yield* this.#pairs.map((pair) => [...pair]);
  }

  *keys() {
    for (const [name] of this.#pairs) yield name;
  }

  *values() {
    for (const [, value] of this.#pairs) yield value;
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  toString() {
    return this.#pairs.map((pair) => pair.map(encodePart).join("=")).join("&");
  }

  #set(pairs) {
    this.#pairs = pairs;
    this.#changed(this.toString());
  }
}

export function fileURLToPath(url) {
  const { protocol, pathname } = typeof url === "string" ? new URL(url) : url;
  if (protocol === "file:") return decodeURIComponent(pathname);
  throw Object.assign(new TypeError("The URL must be of scheme file"), { code: "ERR_INVALID_URL_SCHEME" });
}

export function pathToFileURL(path) {
  const encoded = resolve(path).replace(/[%\\\n\r\t?#]/g, encodeURIComponent);
  return new URL(`file://${encoded}${path.endsWith("/") && path !== "/" ? "/" : ""}`);
}

export function format(url) {
  return typeof url === "string" ? url : String(url.href);
}

function readPairs(text) {
  const query = text.startsWith("?") ? text.slice(1) : text;
  return query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      const cut = equals === -1 ? pair.length : equals;
      return [decodePart(pair.slice(0, cut)), decodePart(pair.slice(cut + 1))];
    });
}

function decodePart(text) {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function encodePart(text) {
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}
