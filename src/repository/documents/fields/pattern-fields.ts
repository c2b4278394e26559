import type { Field } from "./field.ts";

/** The first group that has matched, of every match in a text. */
export function patternFields(text: string, pattern: RegExp): Field[] {
  const found: Field[] = [];
  for (const match of text.matchAll(pattern)) {
    const at = match.indices?.slice(1).find((range) => range !== undefined);
    if (at === undefined) continue;
    const span = { start: at[0], end: at[1] };
    found.push({ value: text.slice(span.start, span.end), span, keyPath: null, scope: [] });
  }
  return found;
}
