import { dependencyName } from "../../repository/packages/npm-dependency.ts";
import type { Ecosystem, SourceText } from "../ecosystem.ts";
import { addSpec, type LockEntries, lockEntries } from "./lock-entries.ts";
import { addPnpmReference } from "./pnpm-reference.ts";
import { visitYamlLines, type YamlLine } from "./yaml-lines.ts";

/**
 * pnpm-lock.yaml of lockfile versions 5 to 9: importers, packages and snapshots, with their peers and dependencies.
 * Format: https://github.com/pnpm/spec/tree/master/lockfile
 */
export const pnpmLock: Ecosystem = {
  name: "pnpm-lock",
  matches: (path) => /(?:^|\/)pnpm-lock\.yaml$/u.test(path),
  occurrences(file) {
    if (!/^lockfileVersion:/mu.test(file.text.slice(0, 1024))) return [];
    const entries = lockEntries(file, "npm");
    visitYamlLines(file.text, (line) => readLine(file, line, entries));
    return entries.occurrences;
  },
};

/** Sections whose keys are packages: `name@1.2.3(peer@2.0.0)`. */
const keyedByPackage = new Set(["packages", "snapshots", "patchedDependencies"]);
/** Tables of resolved versions, or of `specifier` and `version` by name. */
const resolvedTables = new Set(["dependencies", "devDependencies", "optionalDependencies"]);
/** Tables of requirements by name. */
const requirementTables = new Set(["specifiers", "peerDependencies"]);

function readLine({ text }: SourceText, line: YamlLine, entries: LockEntries): void {
  const { keys, keyStart, valueStart, valueEnd } = line;
  const section = keys[0] ?? "";
  const key = keys.at(-1) ?? "";
  if (keys.length === 2 && keyedByPackage.has(section)) {
    addPnpmReference(entries, null, { text: key, offset: keyStart, keyPath: [...keys] });
    return;
  }
  if (valueStart === valueEnd || keys.length === 1) return;
  const value = () => ({ text: text.slice(valueStart, valueEnd), offset: valueStart, keyPath: [...keys] });
  const resolved = resolvedName(keys, section, key);
  if (resolved !== null) {
    addPnpmReference(entries, resolved, value());
    return;
  }
  const required = requiredName(keys, section, key);
  if (required !== null) addSpec(entries, required, value());
}

/** The package of which a value is the resolved version; null for other values. */
function resolvedName(keys: readonly string[], section: string, key: string): string | null {
  const parent = keys.at(-2) ?? "";
  if (key === "version" && isResolution(keys, section)) return parent;
  if (resolvedTables.has(parent)) return key;
  // A package that comes from git or a tarball says its version in a field of its own.
  return section === "packages" && key === "version" ? parent.slice(0, parent.indexOf("@", 1)) : null;
}

/** The package of which a value is the requirement; null for other values. */
function requiredName(keys: readonly string[], section: string, key: string): string | null {
  const parent = keys.at(-2) ?? "";
  if (key === "specifier" && isResolution(keys, section)) return parent;
  if (section === "overrides") return dependencyName(keys);
  return requirementTables.has(parent) ? key : null;
}

/** True for a field of a dependency that has its `specifier` and its `version` below its name. */
function isResolution(keys: readonly string[], section: string): boolean {
  return section === "catalogs" || resolvedTables.has(keys.at(-3) ?? "");
}
