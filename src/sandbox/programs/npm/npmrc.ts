import type { View } from "../../host/desk/answer.ts";
import { within } from "../place.ts";

/**
 * The settings that the .npmrc of a project gives among the wanted ones, by name; `name` alone means `true`. Null when
 * one of them is a list, stands in a section, or has a variable or an escape in its value.
 * https://docs.npmjs.com/cli/v11/configuring-npm/npmrc
 */
export function npmrcSettings(
  view: View,
  dir: string,
  wanted: readonly string[],
): ReadonlyMap<string, string> | null {
  const settings = new Map<string, string>();
  for (const line of (view.read(within(dir, ".npmrc")) ?? "").split(/\r?\n/)) {
    const text = line.trim();
    if (text === "" || text.startsWith(";") || text.startsWith("#")) continue;
    const equals = text.indexOf("=");
    const name = (equals === -1 ? text : text.slice(0, equals)).trim();
    const plain = name.replace(/\[\]$/, "");
    if (text.startsWith("[")) return null;
    if (!wanted.includes(plain)) continue;
    const value = equals === -1 ? "true" : unquoted(text.slice(equals + 1).trim());
    if (plain !== name || value === null) return null;
    settings.set(name, value);
  }
  return settings;
}

function unquoted(value: string): string | null {
  const inner = /^(["'])(.*)\1$/.exec(value)?.[2];
  return /[$\\;#"']/.test(inner ?? value) ? null : (inner ?? value);
}
