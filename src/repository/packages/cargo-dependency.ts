import type { KeyPath } from "../documents/document.ts";

/** One field of a dependency; `entry` is the key path of the dependency, `key` the name it has in this manifest. */
export interface DependencyField {
  readonly entry: KeyPath;
  readonly key: string;
  /** `version` for the short form `name = "1.2.3"` too. */
  readonly field: string;
}

/**
 * Reads a key path as a field of a dependency; null for anything else. The tables are `dependencies`,
 * `dev-dependencies` and `build-dependencies`, alone, under `target.<cfg>` or under `workspace`, `patch.<source>` and
 * `replace`.
 */
export function dependencyAt(path: KeyPath): DependencyField | null {
  const depth = tableDepth(path);
  const key = path[depth];
  if (depth === 0 || typeof key !== "string" || path.length > depth + 2) return null;
  const field = path[depth + 1] ?? "version";
  return { entry: path.slice(0, depth + 1), key: key.replace(/:[^:]*$/u, ""), field: String(field) };
}

/** How many keys lead to the dependencies of a table; 0 when the path lies in no such table. */
function tableDepth(path: KeyPath): number {
  const [first, second, third] = path;
  if (first === "replace" || dependencyTables.has(String(first))) return 1;
  if (first === "patch" || (first === "workspace" && second === "dependencies")) return 2;
  return first === "target" && dependencyTables.has(String(third)) ? 3 : 0;
}

const dependencyTables = new Set([
  ...["dependencies", "dev-dependencies", "build-dependencies"],
  // Cargo still reads the names with underscores.
  ...["dev_dependencies", "build_dependencies"],
]);
