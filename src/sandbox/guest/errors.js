// Errors with a stack as V8 writes it: a head of name and message before the frames. The engine writes frames only.

const { apply, construct, defineProperty } = Reflect;
const describe = Error.prototype.toString;
const { includes, split } = String.prototype;
const { filter, join } = Array.prototype;
const NativeError = Error;
const frames = new WeakMap();
const types = [
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
  AggregateError,
];

/** Puts constructors in place whose errors have a head. */
export function installErrors() {
  for (const type of types) {
    const replaced = new Proxy(type, {
      apply: (target, _self, args) => withHead(construct(target, args)),
      construct: (target, args, newTarget) => withHead(construct(target, args, newTarget)),
    });
    put(globalThis, type.name, replaced);
    put(type.prototype, "constructor", replaced);
  }
  put(globalThis.Error, "stackTraceLimit", 10);
  put(globalThis.Error, "captureStackTrace", captureStackTrace);
}

/** Gives an error its head when it has none, as those of the engine's own making. Anything else stays as it is. */
export function withHead(thrown) {
  if (!(thrown instanceof NativeError) || frames.has(thrown)) return thrown;
  const own = typeof thrown.stack === "string" ? withoutOurs(thrown.stack) : "";
  frames.set(thrown, own);
  put(thrown, "stack", `${apply(describe, thrown, [])}\n${own}`);
  return thrown;
}

/** The frames of an error without its head, whose text could look like frames too. */
export function framesOf(error) {
  return frames.get(error) ?? (typeof error.stack === "string" ? error.stack : "");
}

function captureStackTrace(target) {
  const own = withoutOurs(new NativeError().stack);
  put(target, "stack", `${apply(describe, target, [])}\n${own}`);
}

/** Without the frames of our own files, and without the engine's own next to them. */
function withoutOurs(stack) {
  const lines = apply(split, stack, ["\n"]);
  const isKept = (line) =>
    line !== "" && line !== "    at construct (native)" && !apply(includes, line, ["(rehearsal:/"]);
  const kept = apply(filter, lines, [isKept]);
  while (kept.length > 0 && apply(includes, kept[kept.length - 1], [" (native)"])) kept.length -= 1;
  return apply(join, kept, ["\n"]);
}

function put(target, name, value) {
  defineProperty(target, name, { configurable: true, value, writable: true });
}
