// The global `structuredClone`. See https://html.spec.whatwg.org/multipage/structured-data.html.

export function structuredClone(value) {
  return clone(value, new Map());
}

function clone(value, known) {
  if (typeof value === "function" || typeof value === "symbol") throw notCloneable(value);
  if (typeof value !== "object" || value === null) return value;
  if (known.has(value)) return known.get(value);
  const copy = shell(value);
  known.set(value, copy);
  if (value instanceof Map) for (const [key, item] of value) copy.set(clone(key, known), clone(item, known));
  else if (value instanceof Set) for (const item of value) copy.add(clone(item, known));
  else if (value instanceof Error) Object.assign(copy, { stack: value.stack });
  else if (isPlain(value)) for (const key of Object.keys(value)) copy[key] = clone(value[key], known);
  return copy;
}

function shell(value) {
  if (Array.isArray(value)) return new Array(value.length);
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  if (value instanceof Date) return new Date(value.getTime());
  if (value instanceof RegExp) return new RegExp(value.source, value.flags);
  if (value instanceof Error) return new Error(value.message);
  if (ArrayBuffer.isView(value)) return value.slice();
  if (value instanceof ArrayBuffer) return value.slice(0);
  if (value instanceof Promise || value instanceof WeakMap) throw notCloneable(value);
  return {};
}

function isPlain(value) {
  return (
    !ArrayBuffer.isView(value) &&
    !(value instanceof ArrayBuffer || value instanceof Date || value instanceof RegExp)
  );
}

function notCloneable(value) {
  const error = new Error(`${String(value)} could not be cloned.`);
  return Object.assign(error, { name: "DataCloneError", code: 25 });
}
