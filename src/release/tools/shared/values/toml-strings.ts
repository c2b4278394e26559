import type { KeyPath, Scalar } from "../../../../repository/documents/document.ts";
import { parseToml } from "../../../../repository/documents/parse-toml.ts";

/** A string of a TOML text and what it shall become. */
export interface TomlString {
  readonly path: KeyPath;
  readonly value: string;
}

/**
 * Gives strings of a TOML text new values and leaves everything else as it is written. What is no string at its path,
 * or is not there, stays.
 * @returns null where the text does not parse
 */
export function withTomlStrings(text: string, strings: readonly TomlString[]): string | null {
  const document = parseToml(text);
  if (document.note !== null) return null;
  const byPath = new Map(strings.map(({ path, value }) => [keyOf(path), value]));
  const changed = document.scalars.filter(
    (scalar) => typeof scalar.value === "string" && byPath.has(keyOf(scalar.path)),
  );
  return changed.reduceRight((result, { path, span }: Scalar) => {
    return result.slice(0, span.start) + JSON.stringify(byPath.get(keyOf(path))) + result.slice(span.end);
  }, text);
}

function keyOf(path: KeyPath): string {
  return JSON.stringify(path.map(String));
}
