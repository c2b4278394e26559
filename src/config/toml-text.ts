/** The lines of a TOML table without its header. Values are texts, numbers, truth values, lists and objects of them. */
export function tomlLines(table: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(table).map(([key, value]) => `${tomlKey(key)} = ${tomlValue(value)}`);
}

/** Tables are written inline. */
function tomlValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(tomlValue).join(", ")}]`;
  if (typeof value === "string") return tomlString(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${tomlLines({ ...value }).join(", ")} }`;
}

function tomlKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : tomlString(key);
}

/** A basic string, which has the escapes of JSON and one more. https://toml.io/en/v1.0.0#string */
function tomlString(text: string): string {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007F");
}
