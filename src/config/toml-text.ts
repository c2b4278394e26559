/** The lines of a TOML table without its header. Values are texts, numbers, truth values, lists and objects of them. */
export function tomlLines(table: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(table).map(([key, value]) => `${tomlKey(key)} = ${tomlValue(value)}`);
}

/** Strings of JSON are strings of TOML; tables are written inline. */
function tomlValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(tomlValue).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${tomlLines({ ...value }).join(", ")} }`;
}

function tomlKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}
