/** What a parameter stands for: one value, null when it is not set, or a list such as `$@`. */
export type Value =
  | { readonly kind: "one"; readonly text: string | null }
  | { readonly kind: "list"; readonly texts: readonly string[]; readonly isStar: boolean };

/** A value of which each text is changed. */
export function each(value: Value, change: (text: string) => string): Value {
  if (value.kind === "list") return { ...value, texts: value.texts.map(change) };
  return { kind: "one", text: change(value.text ?? "") };
}
