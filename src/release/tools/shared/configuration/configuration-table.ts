import type { KeyPath } from "../../../../repository/documents/document.ts";
import type { Origin } from "../../../rehearsal.ts";
import type { Configuration } from "./configuration.ts";
import { isTable, type Table, tableOf } from "./table.ts";

/** A table within a configuration file that may hold more, such as that of a tool in pyproject.toml. */
export interface ConfigurationTable {
  readonly configuration: Configuration;
  readonly table: Table;
  /** The keys that lead to the table. */
  readonly keys: readonly string[];
  /** Where a value of the table is written, as the configuration says it. */
  readonly at: (...key: KeyPath) => Origin;
}

/** Null where there is no configuration, or no table in it at these keys. */
export function tableAt(
  configuration: Configuration | null,
  keys: readonly string[],
): ConfigurationTable | null {
  if (configuration === null) return null;
  const table = keys.reduce<unknown>((value, key) => tableOf(value)[key], configuration.value);
  if (!isTable(table)) return null;
  return { configuration, table, keys, at: (...key) => configuration.originOf(...keys, ...key) };
}
