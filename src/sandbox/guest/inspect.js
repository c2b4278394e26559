// Values in words, close to what Node's `util.inspect` prints.

const defaults = { depth: 2, breakLength: 80, compact: true };
const plainKey = /^[A-Za-z_$][\w$]*$/;

/** A value as Node's console shows it. */
export function inspect(value, options) {
  const { depth, breakLength } = { ...defaults, ...(typeof options === "object" ? options : {}) };
  return new Inspection(depth ?? Number.POSITIVE_INFINITY, breakLength).show(value, 0);
}

inspect.custom = Symbol.for("nodejs.util.inspect.custom");
inspect.defaultOptions = defaults;
inspect.styles = {};
inspect.colors = {};

/** Fills `%s` and its kin, and joins what is left with blanks. */
export function format(first, ...rest) {
  const args = [...rest];
  const head =
    typeof first !== "string"
      ? inspect(first)
      : args.length === 0
        ? first
        : first.replace(/%([sdifjoOc%])/g, (whole, kind) => {
            if (kind === "%") return "%";
            return args.length === 0 ? whole : formatOne(kind, args.shift());
          });
  return [head, ...args.map((arg) => (typeof arg === "string" ? arg : inspect(arg)))].join(" ");
}

function formatOne(kind, value) {
  switch (kind) {
    case "s":
      return typeof value === "object" && value !== null ? inspect(value, { depth: 0 }) : String(value);
    case "d":
      return String(typeof value === "bigint" ? `${value}n` : Number(value));
    case "i":
      return String(Number.parseInt(value, 10));
    case "f":
      return String(Number.parseFloat(value));
    case "j":
      return JSON.stringify(value);
    case "c":
      return "";
    default:
      return inspect(value, { depth: 4 });
  }
}

class Inspection {
  #depth;
  #breakLength;
  #open = new Set();
  #circular = new Map();
  /** The level of what was shown last, which tells how deeply the current object is nested. */
  #last = 0;

  constructor(depth, breakLength) {
    this.#depth = depth;
    this.#breakLength = breakLength;
  }

  show(value, level) {
    if (typeof value === "string") return quote(value);
    if (typeof value === "bigint") return `${value}n`;
    if (Object.is(value, -0)) return "-0";
    if (typeof value === "function") return showFunction(value);
    if (typeof value !== "object" || value === null) return String(value);
    if (this.#open.has(value)) {
      if (!this.#circular.has(value)) this.#circular.set(value, this.#circular.size + 1);
      return `[Circular *${this.#circular.get(value)}]`;
    }
    const custom = value[inspect.custom];
    if (typeof custom === "function")
      return String(Reflect.apply(custom, value, [this.#depth - level, {}, inspect]));
    this.#open.add(value);
    const text = this.#object(value, level);
    this.#open.delete(value);
    return this.#circular.has(value) ? `<ref *${this.#circular.get(value)}> ${text}` : text;
  }

  #object(value, level) {
    this.#last = level;
    if (value instanceof Error) return this.#error(value, level);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (value instanceof Promise) return "Promise { <pending> }";
    const name = nameOf(value);
    if (level > this.#depth) {
      this.#last = level - 1;
      return Array.isArray(value) ? "[Array]" : `[${name || "Object: null prototype"}]`;
    }
    if (Array.isArray(value)) {
      const named = this.#properties(value, level, (key) => typeof key === "symbol" || !/^\d+$/.test(key));
      return this.#list("[]", [...this.#items(value, level), ...named], level);
    }
    if (name === "Buffer") return `<Buffer ${[...value.slice(0, 50)].map(hex).join(" ")}>`;
    if (ArrayBuffer.isView(value)) {
      return this.#list("[]", this.#items([...value], level), level, `${name}(${value.length}) `);
    }
    if (value instanceof Map) {
      const entries = [...value].map(
        ([key, item]) => `${this.show(key, level + 1)} => ${this.show(item, level + 1)}`,
      );
      return this.#list("{}", entries, level, `Map(${value.size}) `);
    }
    if (value instanceof Set) {
      const items = [...value].map((item) => this.show(item, level + 1));
      return this.#list("{}", items, level, `Set(${value.size}) `);
    }
    const prefix = name === "Object" ? "" : `${name || "[Object: null prototype]"} `;
    return this.#list("{}", this.#properties(value, level), level, prefix);
  }

  #error(error, level) {
    const head = `${error.name}${error.message === "" ? "" : `: ${error.message}`}`;
    const stack = typeof error.stack === "string" ? error.stack.trimEnd() : "";
    const text = stack.startsWith(head) ? stack : stack === "" ? `[${head}]` : `${head}\n${stack}`;
    const properties = this.#properties(error, level, (key) => key !== "stack" && key !== "message");
    return properties.length === 0 ? text : `${text} ${this.#list("{}", properties, level)}`;
  }

  #items(array, level) {
    const items = array.slice(0, 100).map((item) => this.show(item, level + 1));
    return array.length > 100 ? [...items, `... ${array.length - 100} more items`] : items;
  }

  #properties(value, level, isWanted = () => true) {
    return Reflect.ownKeys(value)
      .filter(isWanted)
      .filter((key) => Object.prototype.propertyIsEnumerable.call(value, key))
      .map((key) => {
        const name = typeof key === "symbol" ? `[${String(key)}]` : plainKey.test(key) ? key : quote(key);
        const { get } = Object.getOwnPropertyDescriptor(value, key);
        return `${name}: ${get === undefined ? this.show(value[key], level + 1) : "[Getter]"}`;
      });
  }

  /** On one line when it fits, and when not more than three levels are nested in it, as Node does it. */
  #list([open, close], items, level, prefix = "") {
    if (items.length === 0) return `${prefix}${open}${close}`;
    const length = items.reduce((sum, item) => sum + item.length, 0);
    const total = length + 2 * items.length + 2 * level + open.length + prefix.length + 10;
    const isShort = total <= this.#breakLength && !items.some((item) => item.includes("\n"));
    if (isShort && this.#last - level < 3) return `${prefix}${open} ${items.join(", ")} ${close}`;
    const indent = "  ".repeat(level + 1);
    return `${prefix}${open}\n${items.map((item) => `${indent}${item}`).join(",\n")}\n${"  ".repeat(level)}${close}`;
  }
}

function hex(byte) {
  return byte.toString(16).padStart(2, "0");
}

function nameOf(value) {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null ? "" : (prototype.constructor?.name ?? "Object");
}

function showFunction(value) {
  const isClass = /^class\b/.test(Function.prototype.toString.call(value));
  if (isClass) return `[class ${value.name || "(anonymous)"}]`;
  return value.name ? `[Function: ${value.name}]` : "[Function (anonymous)]";
}

function quote(text) {
  const mark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : "`";
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return `${mark}${mark === "'" ? escaped.replaceAll("'", "\\'") : escaped}${mark}`;
}
