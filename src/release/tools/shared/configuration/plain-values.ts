/** The list that a value is; an empty one for every other value. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text that a value is; null for every other value and for an empty text. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** The texts of a list, or the one text that stands where a list could. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return listOf(value).filter((item) => typeof item === "string");
}

/** The truth value that a value is; null for every other value. */
export function flagOf(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
}
