import type { Scalar } from "./document.ts";

/** The values of a document by their key path joined with dots, for reading a few known keys. */
export function valuesByKey(scalars: readonly Scalar[]): ReadonlyMap<string, Scalar["value"]> {
  return new Map(scalars.map(({ path, value }) => [path.join("."), value]));
}
