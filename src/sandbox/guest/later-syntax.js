// What Node's engine has and this one does not, in the plainest form.

/** `Array.fromAsync`, of which every item is waited for in its turn. */
async function fromAsync(items, map = (item) => item) {
  const isIterable = items?.[Symbol.asyncIterator] ?? items?.[Symbol.iterator];
  const all = [];
  for await (const item of isIterable ? items : Array.from(items)) all.push(await map(item, all.length));
  return all;
}

/** The error of the web's interfaces. */
export class DOMException extends Error {
  constructor(message = "", name = "Error") {
    super(message);
    Object.defineProperty(this, "name", { configurable: true, value: name });
  }
}

export function installLaterSyntax() {
  const put = (target, name, value) =>
    Object.defineProperty(target, name, { configurable: true, value, writable: true });
  if (Array.fromAsync === undefined) put(Array, "fromAsync", fromAsync);
  for (const name of ["dispose", "asyncDispose"]) {
    if (Symbol[name] === undefined) put(Symbol, name, Symbol(`Symbol.${name}`));
  }
}
