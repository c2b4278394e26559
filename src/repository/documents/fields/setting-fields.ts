import type { Field } from "./field.ts";

/** `key = value`, `key: value`, `"key" = 'value';` and `key := value` on one line, which no sign of a comment opens. */
const line =
  /^[ \t]*["']?([A-Za-z_][\w.-]{0,100})["']?[ \t]{0,40}[:?]?[=:][ \t]{0,40}(["']?)([^\r\n]{1,300})/dgm;

/** The values of a key in a file of settings: properties, ini, spec files, control files, shell variables. */
export function settingFields(text: string, key: string): Field[] {
  const found: Field[] = [];
  for (const match of text.matchAll(line)) {
    const [, name, quote = "", rest = ""] = match;
    const at = match.indices?.[3];
    if (name !== key || at === undefined) continue;
    const value = valueIn(rest, quote);
    if (value === "") continue;
    const span = { start: at[0], end: at[0] + value.length };
    found.push({ value, span, keyPath: null, scope: [] });
  }
  return found;
}

/** Up to the closing quote; without one up to a comment or the end of a statement. */
function valueIn(rest: string, quote: string): string {
  if (quote !== "") {
    const end = rest.indexOf(quote);
    return end === -1 ? "" : rest.slice(0, end);
  }
  return (/^[^#;]*/.exec(rest)?.[0] ?? "").trimEnd();
}
