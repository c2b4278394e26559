import type { Scalar } from "../../../../repository/documents/document.ts";
import { documentAt } from "../../../../repository/documents/document-cache.ts";
import { dependencyAt } from "../../../../repository/packages/cargo-dependency.ts";
import type { Repository } from "../../../../repository/repository.ts";

/**
 * True when a manifest of the repository switches on that libsqlite3-sys compiles the SQLite it carries: directly, or through
 * the features of rusqlite that pass it on. sqlx always bundles, its feature is called `sqlite`; see
 * https://github.com/rusqlite/rusqlite#notes-on-building-rusqlite-and-libsqlite3-sys .
 */
export function bundlesSqlite(repository: Repository): boolean {
  return repository.paths.some((path) => {
    if (!/(?:^|\/)Cargo\.toml$/.test(path)) return false;
    const text = repository.read(path);
    if (text === null || !/\b(?:libsqlite3-sys|rusqlite|sqlx)\b/.test(text)) return false;
    return documentAt(repository, path)?.scalars.some(switchesOn) === true;
  });
}

/** A feature in the list of a dependency, or one of a crate's own features that passes it on. */
function switchesOn({ path, value }: Scalar): boolean {
  if (typeof value !== "string") return false;
  if (path[0] === "features") return /^(?:libsqlite3-sys|rusqlite)\??\/bundled(?:-full)?$/.test(value);
  const dependency = dependencyAt(path.slice(0, -1));
  if (dependency?.field !== "features") return false;
  if (dependency.key === "sqlx") return value === "sqlite";
  return (
    (dependency.key === "libsqlite3-sys" || dependency.key === "rusqlite") &&
    (value === "bundled" || value === "bundled-full")
  );
}
