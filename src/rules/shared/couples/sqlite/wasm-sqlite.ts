import { existsSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import type { Scalar } from "../../../../repository/documents/document.ts";
import { parseJson } from "../../../../repository/documents/parse-json.ts";
import { folderEntries } from "../../../../repository/files/folder-entries.ts";
import { readBytesIfAny, readText } from "../../../../repository/files/read-file.ts";
import type { Repository } from "../../../../repository/repository.ts";
import type { SqliteEvidence } from "./sqlite-evidence.ts";
import { versionOfSourceId } from "./sqlite-facts.ts";

/** The SQLite source id as it stands in a compiled library. */
const sourceIdPattern = /20\d\d-\d\d-\d\d \d\d:\d\d:\d\d [0-9a-f]{40,64}/;

/** The text that `sqlite3_libversion()` gives: the end of a C string, whose start the binary need not mark. */
const versionText = /(?<![\d.])(3\.\d{1,2}\.\d{1,2})\0/g;

/**
 * Reads which SQLite an installed npm package carries from its `.wasm` files. Only files whose real path lies in the
 * audited root are opened. Null when the package is not installed at this version or its files do not say.
 * @param dirs the folders whose `node_modules` may have it, relative to the root
 */
export function wasmSqlite(
  name: string,
  version: string,
  dirs: readonly string[],
  { root }: Repository,
): SqliteEvidence | null {
  for (const dir of dirs) {
    const folder = installed(join(root, dir, "node_modules", name), version, root);
    if (folder === null) continue;
    for (const file of wasmFiles(folder)) {
      const sqlite = sqliteIn(readBytesIfAny(join(folder, file))?.toString("latin1") ?? "");
      if (sqlite !== null) return { sqlite, how: `${file} of the installed package says so` };
    }
  }
  return null;
}

/** The real folder of a package, if it lies in the root and its manifest has this version. */
function installed(folder: string, version: string, root: string): string | null {
  if (!existsSync(folder)) return null;
  const real = realpathSync(folder);
  if (!real.startsWith(realpathSync(root) + sep)) return null;
  const { text } = readText(join(real, "package.json"));
  return text !== null && versionOf(text) === version ? real : null;
}

/** The version of a package.json; undefined when it has none or does not parse. */
function versionOf(manifest: string): Scalar["value"] | undefined {
  return parseJson(manifest).scalars.find(({ path }) => path.length === 1 && path[0] === "version")?.value;
}

/** The `.wasm` files of a package, nearest first, not those of packages below it. */
function wasmFiles(folder: string, below = ""): string[] {
  const entries = folderEntries(folder, below, []);
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".wasm"));
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== "node_modules");
  return [
    ...files.map((entry) => below + entry.name).sort(),
    ...folders.flatMap((entry) => wasmFiles(folder, `${below}${entry.name}/`)),
  ];
}

/** The source id decides when the facts know it; else the one version text that the file holds. */
function sqliteIn(binary: string): string | null {
  const sourceId = sourceIdPattern.exec(binary)?.[0];
  if (sourceId === undefined) return null;
  const texts = new Set([...binary.matchAll(versionText)].map((match) => match[1] ?? ""));
  return versionOfSourceId(sourceId) ?? (texts.size === 1 ? ([...texts][0] ?? null) : null);
}
