import { join } from "node:path/posix";
import { folderOf } from "../../repository/packages/path.ts";
import type { Repository } from "../../repository/repository.ts";

/**
 * The modules that a loaded module imports by a relative path and that were not loaded, because the sandbox, like
 * TypeScript, leaves out an import of which nothing is used.
 */
export function unusedImports(loaded: readonly string[], repository: Repository): string[] {
  const wanted = new Set(loaded.flatMap((path) => importedStems(path, repository)));
  const known = new Set(loaded.map(withoutExtension));
  const missing = [...wanted].filter((stem) => !known.has(stem));
  return missing.flatMap(
    (stem) => extensions.map((end) => stem + end).find((path) => repository.has(path)) ?? [],
  );
}

/** A specifier may name the source, what it becomes, or neither. */
const extensions = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", "/index.ts", "/index.js"];

function importedStems(path: string, repository: Repository): string[] {
  const text = repository.has(path) ? (repository.read(path) ?? "") : "";
  return [...text.matchAll(/\bfrom\s*["'](\.[^"'\n]{1,200})["']/gu)].map(([, specifier = ""]) =>
    withoutExtension(join(folderOf(path), specifier)),
  );
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]s$/u, "");
}
