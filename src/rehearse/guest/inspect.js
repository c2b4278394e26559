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
    if (this.#open.has(value)) return "[Circular *1]";
    const custom = value[inspect.custom];
    if (typeof custom === "function")
      return String(Reflect.apply(custom, value, [this.#depth - level, {}, inspect]));
    this.#open.add(value);
    const text = this.#object(value, level);
    this.#open.delete(value);
    return text;
  }

  #object(value, level) {
    if (value instanceof Error) return this.#error(value, level);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (value instanceof Promise) return "Promise { <pending> }";
    const name = nameOf(value);
    if (level > this.#depth)
      return Array.isArray(value) ? "[Array]" : `[${name || "Object: null prototype"}]`;
    if (Array.isArray(value)) return this.#list("[", this.#items(value, level), "]", level, "");
    if (value instanceof Uint8Array)
      return `<Buffer ${[...value.slice(0, 50)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ")}>`;
    if (value instanceof Map) {
      const entries = [...value].map(
        ([key, item]) => `${this.show(key, level + 1)} => ${this.show(item, level + 1)}`,
      );
      return this.#list("{", entries, "}", level, `Map(${value.size}) `);
    }
    if (value instanceof Set) {
      const items = [...value].map((item) => this.show(item, level + 1));
      return this.#list("{", items, "}", level, `Set(${value.size}) `);
    }
    const prefix = name === "Object" ? "" : `${name || "[Object: null prototype]"} `;
    return this.#list("{", this.#properties(value, level), "}", level, prefix);
  }

  #error(error, level) {
    const stack = error.stack ? `\n${String(error.stack).trimEnd()}` : "";
    const properties = this.#properties(error, level).filter((text) => !/^(?:stack|message): /.test(text));
    const text = `${error.name}${error.message === "" ? "" : `: ${error.message}`}${stack}`;
    return properties.length === 0 ? text : `${text} ${this.#list("{", properties, "}", level, "")}`;
  }

  #items(array, level) {
    const items = array.slice(0, 100).map((item) => this.show(item, level + 1));
    return array.length > 100 ? [...items, `... ${array.length - 100} more items`] : items;
  }

  #properties(value, level) {
    return Reflect.ownKeys(value)
      .filter((key) => Object.prototype.propertyIsEnumerable.call(value, key))
      .map((key) => {
        const name = typeof key === "symbol" ? `[${String(key)}]` : plainKey.test(key) ? key : quote(key);
        const { get } = Object.getOwnPropertyDescriptor(value, key);
        return `${name}: ${get === undefined ? this.show(value[key], level + 1) : "[Getter]"}`;
      });
  }

  #list(open, items, close, level, prefix) {
    if (items.length === 0) return `${prefix}${open}${close}`;
    const line = `${prefix}${open} ${items.join(", ")} ${close}`;
    const isShort = line.length + level * 2 <= this.#breakLength - 4 && !line.includes("\n");
    if (isShort && items.length <= 6 + (open === "{" ? 20 : 0)) return line;
    const indent = "  ".repeat(level + 1);
    return `${prefix}${open}\n${items.map((item) => `${indent}${item}`).join(",\n")}\n${"  ".repeat(level)}${close}`;
  }
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
