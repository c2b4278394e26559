import type { KeyPath } from "../documents/document.ts";

/** The fields of package.json that hold requirements by name. */
export const dependencyTables = new Set([
  "dependencies",
  "devDependencies",
  "peerDependencies",
  "optionalDependencies",
]);

/** The package that a value is a requirement of; null for values that are none. */
export function dependencyName(path: KeyPath): string | null {
  const [table, ...keys] = path[0] === "pnpm" || path[0] === "workspaces" ? path.slice(1) : path;
  const last = keys.at(-1);
  if (typeof last !== "string") return null;
  if (table === "resolutions") return resolvedName(last);
  if (table === "overrides") return overriddenName(keys);
  if (table === "catalogs") return last;
  const holder = table === "packageExtensions" ? keys.at(-2) : keys.length === 1 ? table : undefined;
  return holder === "catalog" || dependencyTables.has(String(holder)) ? last : null;
}

/** The package that a key of yarn's `resolutions` means: the last name of a path, possibly scoped and with a range. */
function resolvedName(pattern: string): string {
  const parts = pattern.replace(/(?!^)@(?:npm:|[\d^~<>=*]).*/su, "").split("/");
  const scope = parts.at(-2);
  return scope?.startsWith("@") === true ? parts.slice(-2).join("/") : (parts.at(-1) ?? pattern);
}

/**
 * The package that a key path in `overrides` means: npm nests parents as objects, with `.` for the parent itself, and
 * pnpm writes `parent@1>name@2`.
 */
function overriddenName(keys: KeyPath): string | null {
  const last = keys.filter((key) => key !== ".").at(-1);
  if (typeof last !== "string") return null;
  const delimiter = last.search(/[^ |@]>/u);
  const name = delimiter === -1 ? last : last.slice(delimiter + 2);
  const range = name.indexOf("@", 1);
  return range === -1 ? name : name.slice(0, range);
}
