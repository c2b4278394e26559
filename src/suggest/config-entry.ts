import { configFileName } from "../config/load-config.ts";
import type { Replacement } from "./repair.ts";
import type { Situation } from "./situation.ts";

/** A table of the configuration to which entries can be added. */
export type EntryTable = "generated" | "ignore";

/**
 * True when an entry can be added to a table of the configuration without taking another one out of force: entries of a
 * file stand in place of those of the preset. The file has to be one that the patch can name.
 */
export function takesEntries(table: EntryTable, { audit }: Situation): boolean {
  const { config, repository } = audit;
  if (config.file !== null && !repository.has(config.file)) return false;
  const entries = table === "ignore" ? config.ignores : config.generated;
  return entries.every(({ source }) => source.from === "file");
}

/** An array entry at the end of the configuration, which is made where there is none. */
export function configEntry(table: EntryTable, fields: Fields, { audit }: Situation): Replacement[] {
  const path = audit.config.file ?? configFileName;
  const text = audit.repository.has(path) ? (audit.repository.read(path) ?? "") : "";
  const append = (more: string) => ({ path, span: { start: text.length, end: text.length }, text: more });
  const entry = append(`\n${entryText(table, fields)}`);
  return text === "" || text.endsWith("\n") ? [entry] : [append("\n"), entry];
}

/** The keys and values of an entry, in their order. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** An entry as it is pasted into a configuration. */
export function entryText(table: EntryTable, fields: Fields): string {
  const lines = Object.entries(fields).map(([key, value]) => {
    const written = typeof value === "string" ? tomlString(value) : `[${value.map(tomlString).join(", ")}]`;
    return `${key} = ${written}\n`;
  });
  return `[[${table}]]\n${lines.join("")}`;
}

/** A basic string, which has the escapes of JSON. https://toml.io/en/v1.0.0#string */
function tomlString(text: string): string {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007F");
}

/** A path as a glob that matches nothing else. */
export function exactGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|]/gu, "\\$&");
}
