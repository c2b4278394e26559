import type { Field } from "./field.ts";

const entry = /<key>\s{0,20}([\w.-]{1,100})\s{0,20}<\/key>\s{0,200}<string>([^<]{1,300})<\/string>/dg;

/**
 * The strings behind a key of an XML property list.
 * Format: https://developer.apple.com/library/archive/documentation/General/Conceptual/DevPedia-CocoaCore/PropertyList.html
 */
export function plistFields(text: string, key: string): Field[] {
  const found: Field[] = [];
  for (const match of text.matchAll(entry)) {
    const at = match.indices?.[2];
    if (match[1] !== key || at === undefined) continue;
    found.push({ value: match[2] ?? "", span: { start: at[0], end: at[1] }, keyPath: null, scope: [] });
  }
  return found;
}
