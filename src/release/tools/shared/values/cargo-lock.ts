import { parseToml } from "../../../../repository/documents/parse-toml.ts";

/**
 * Gives the packages of a Cargo.lock that come from no registry new versions, and the dependencies that name them with
 * their version as well. The form of the file: https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html.
 * @param versions the new version of a package by its name
 * @returns null where the text does not parse
 */
export function withLockedCrates(text: string, versions: ReadonlyMap<string, string>): string | null {
  const document = parseToml(text);
  if (document.note !== null) return null;
  const rows = new Map<number, { name: string; version: string; isLocal: boolean }>();
  for (const { path, value } of document.scalars) {
    const [table, index, key] = path;
    if (table !== "package" || typeof index !== "number" || path.length !== 3) continue;
    const row = rows.get(index) ?? { name: "", version: "", isLocal: true };
    if (key === "name") row.name = String(value);
    if (key === "version") row.version = String(value);
    if (key === "source") row.isLocal = false;
    rows.set(index, row);
  }
  const local = new Map(
    [...rows.values()].filter((row) => row.isLocal).map((row) => [row.name, row.version]),
  );
  let result = text;
  for (const { path, value, content } of document.scalars.toReversed()) {
    const after = newValue(path, String(value));
    if (after !== null) result = result.slice(0, content.start) + after + result.slice(content.end);
  }
  return result;

  function newValue(path: readonly (string | number)[], value: string): string | null {
    const [table, index, key] = path;
    if (table !== "package" || typeof index !== "number") return null;
    const row = rows.get(index);
    if (key === "version") return row?.isLocal === true ? (versions.get(row.name) ?? null) : null;
    if (key !== "dependencies") return null;
    const [name = "", version, source] = value.split(" ");
    const next = versions.get(name);
    const isMeant = next !== undefined && source === undefined && version === local.get(name);
    return isMeant ? `${name} ${next}` : null;
  }
}
