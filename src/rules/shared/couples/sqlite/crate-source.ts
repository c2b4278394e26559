import { join } from "node:path";
import { folderEntries } from "../../../../repository/files/folder-entries.ts";
import { readText } from "../../../../repository/files/read-file.ts";
import { folderOf, within } from "../../../../repository/packages/path.ts";
import type { Repository } from "../../../../repository/repository.ts";
import type { SqliteEvidence } from "./sqlite-evidence.ts";

/** The header inside the crate that the feature `bundled` compiles. */
const header = "sqlite3/sqlite3.h";

/**
 * Reads which SQLite a release of libsqlite3-sys bundles from the crate's own source: a vendored copy in the repository,
 * else the sources that cargo keeps under its home. Null when neither is there or can be read.
 */
export function crateSourceSqlite(
  version: string,
  repository: Repository,
  cargoHome: string | null,
): SqliteEvidence | null {
  for (const folder of vendoredFolders(version, repository)) {
    const path = within(folder, header);
    const sqlite = repository.has(path) ? headerVersion(repository.read(path)) : null;
    if (sqlite !== null) return { sqlite, how: `${path} says so` };
  }
  if (cargoHome === null) return null;
  const registry = join(cargoHome, "registry", "src");
  // What cannot be read there is like what was never fetched: the facts are asked next.
  for (const index of folderEntries(registry, "", [])
    .map(({ name }) => name)
    .sort()) {
    const file = join(registry, index, `libsqlite3-sys-${version}`, header);
    const sqlite = headerVersion(readText(file).text);
    if (sqlite !== null)
      return { sqlite, how: `${header} of the crate's source in the cargo registry says so` };
  }
  return null;
}

/** `cargo vendor` names the folder after the crate, with the version behind it only when there are several. */
function vendoredFolders(version: string, repository: Repository): string[] {
  return repository.paths.flatMap((path) => {
    if (!/(?:^|\/)libsqlite3-sys(?:-\d[\w.+-]*)?\/Cargo\.toml$/.test(path)) return [];
    const own = /^version\s*=\s*"([^"]+)"/m.exec(repository.read(path) ?? "")?.[1];
    return own === version ? [folderOf(path)] : [];
  });
}

/** `#define SQLITE_VERSION "3.46.0"`, see https://sqlite.org/c3ref/c_source_id.html . */
function headerVersion(text: string | null): string | null {
  return text === null ? null : (/^#define\s+SQLITE_VERSION\s+"([\d.]+)"/m.exec(text)?.[1] ?? null);
}
