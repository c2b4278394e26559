import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";

/** The mapping that stands under a key; null for none. */
export function mapAt(node: YAMLMap | null, key: string): YAMLMap | null {
  const value = node?.get(key);
  return isMap(value) ? value : null;
}

/** The text of the scalar that stands under a key; null for none. */
export function textAt(node: YAMLMap | null, key: string): string | null {
  const value = node?.get(key, true);
  return isScalar(value) && value.value !== null ? String(value.value) : null;
}

/** The texts under a key, which may stand alone. */
export function namesAt(node: YAMLMap, key: string): string[] {
  const value = node.get(key);
  if (isSeq(value)) return value.items.map(String);
  return typeof value === "string" ? [value] : [];
}

/** The texts of a mapping by their keys. */
export function textsOf(node: YAMLMap | null): Record<string, string> {
  const texts = (node?.items ?? []).map(({ key }): [string, string] => [
    String(key),
    textAt(node, String(key)) ?? "",
  ]);
  return Object.fromEntries(texts);
}
