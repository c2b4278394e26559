/** A table of a configuration file: an object of JSON, a table of TOML, a mapping of YAML, a section of an INI file. */
export type Table = Readonly<Record<string, unknown>>;

/** The table that a value is; an empty one for every other value. */
export function tableOf(value: unknown): Table {
  return isTable(value) ? value : {};
}

export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
