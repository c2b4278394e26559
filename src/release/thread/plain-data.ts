import type { Argument } from "../../config/schema.ts";

/**
 * What another thread gets as it is, because a copy of it says the same. What holds a function, a symbol or something of
 * which nobody knows what it is, becomes a type that it does not fit.
 */
export type PlainData<T> = T extends Atom
  ? T
  : T extends Refused
    ? never
    : T extends ReadonlyMap<infer K, infer V>
      ? ReadonlyMap<PlainData<K>, PlainData<V>>
      : T extends ReadonlySet<infer E>
        ? ReadonlySet<PlainData<E>>
        : { readonly [K in keyof T]: PlainData<T[K]> };

type Atom = Argument | undefined | Uint8Array;

type Refused = symbol | ((...args: never[]) => unknown);

/** Posts what has the type of plain data, and nothing else compiles. */
export function post<T>(
  to: { postMessage(message: unknown): void },
  message: T extends PlainData<T> ? T : never,
): void {
  to.postMessage(message);
}
