import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Repository } from "../../discover/repository.ts";
import type { SqliteEvidence } from "./sqlite-evidence.ts";

/** The header inside the crate that the feature `bundled` compiles. */
const header = "sqlite3/sqlite3.h";

/**
 * Reads which SQLite a release of libsqlite3-sys bundles from the crate's own source: a vendored copy in the repository,
 * else the sources that cargo keeps under its home. Null when neither is on disk.
 */
export function crateSourceSqlite(
  version: string,
  repository: Repository,
  cargoHome: string | null,
): SqliteEvidence | null {
  for (const folder of vendoredFolders(version, repository)) {
    const sqlite = headerVersion(join(repository.root, folder, header));
    if (sqlite !== null) return { sqlite, how: `${folder}/${header} says so` };
  }
  const registry = cargoHome === null ? null : join(cargoHome, "registry", "src");
  if (registry === null || !existsSync(registry)) return null;
  for (const index of readdirSync(registry).sort()) {
    const sqlite = headerVersion(join(registry, index, `libsqlite3-sys-${version}`, header));
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
    return own === version ? [path.slice(0, -"/Cargo.toml".length)] : [];
  });
}

/** `#define SQLITE_VERSION "3.46.0"`, see https://sqlite.org/c3ref/c_source_id.html . */
function headerVersion(file: string): string | null {
  if (!existsSync(file)) return null;
  return /^#define\s+SQLITE_VERSION\s+"([\d.]+)"/m.exec(readFileSync(file, "utf8"))?.[1] ?? null;
}
