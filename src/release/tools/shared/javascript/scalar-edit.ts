import type { KeyPath } from "../../../../repository/documents/document.ts";
import { parseDocument } from "../../../../repository/documents/parse-document.ts";

/** `a.b[0].c` as lodash reads it, its numbers being indexes of lists or keys. */
export function keysOf(path: string): KeyPath {
  return path
    .split(/[.[\]]/u)
    .filter((key) => key !== "")
    .map((key) => (/^\d+$/u.test(key) ? Number(key) : key));
}

/** A structured text with another value at a key path, everything else as it is; null where there is no value. */
export function withScalar(path: string, text: string, keys: KeyPath, value: string): string | null {
  const scalar = parseDocument(path, text).scalars.find(
    (one) =>
      one.path.length === keys.length && one.path.every((key, index) => String(key) === String(keys[index])),
  );
  if (scalar === undefined) return null;
  return text.slice(0, scalar.content.start) + value + text.slice(scalar.content.end);
}
