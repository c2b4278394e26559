import type { Occurrence } from "../../inventory/occurrence.ts";

type Asked = Pick<Occurrence, "kind" | "text" | "version" | "keyPath" | "path">;

/**
 * True for what asks for a line of releases and is called after it: an alias, `"lumen-v6": "npm:lumen@6.4.1"`, and
 * whatever lies in a folder such as `playgrounds/v3`.
 */
export function namesItsLine({ kind, text, version, keyPath, path }: Asked): boolean {
  if (kind !== "dependency" && kind !== "lock-entry") return false;
  const alias = text.startsWith("npm:") ? /[a-z@_-]v?(\d{1,6}(?:\.\d{1,6}){0,2})$/iu : null;
  const named = alias?.exec(String(keyPath?.at(-1) ?? ""))?.[1];
  const lines = [named, ...[...path.matchAll(folder)].map(([, line]) => line)];
  return lines.some((line) => line !== undefined && (version === line || version.startsWith(`${line}.`)));
}

/** A folder that is called after a line of releases: `v3`, `lumen-v3.2`, `sandbox-3`, `3.x`. */
const folder =
  /(?<=^|\/)(?:(?:[A-Za-z][\w-]{0,60}[-_])?v|[A-Za-z][\w-]{0,60}[-_])?(\d{1,4}(?:\.\d{1,4})?)(?:\.x)?(?=\/)/gu;
