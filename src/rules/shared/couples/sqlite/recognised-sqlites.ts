import type { AuditSoFar } from "../../../../findings/audit.ts";
import type { MemberValue } from "../member-value.ts";
import { knownSqlitePackages } from "./sqlite-facts.ts";
import { sqliteOfCrate } from "./sqlite-of-crate.ts";
import { sqliteOfPackage } from "./sqlite-of-package.ts";

const webAssembly = /(?:^|[/-])wa-sqlite$|^@sqlite\.org\/sqlite-wasm$/;

/** A crate or an npm package that may have SQLite inside. */
export interface SqliteCarrier {
  readonly type: "crate" | "npm";
  readonly name: string;
}

/** SQLites that nobody configured, and all that was looked into for them. */
export interface RecognisedSqlites {
  readonly values: readonly MemberValue[];
  readonly carriers: readonly SqliteCarrier[];
}

/**
 * The SQLites that a repository ships without being told to compare them: of libsqlite3-sys where it bundles one, and of
 * WebAssembly packages that a package of the workspace asks for. Empty unless there are both.
 */
export function recognisedSqlites(audit: AuditSoFar): RecognisedSqlites {
  const { workspace, repository } = audit;
  const known = new Set(knownSqlitePackages());
  const names = new Set(workspace.npm.flatMap((pkg) => [...pkg.dependencies]));
  for (const { name } of workspace.npm) names.delete(name);
  const packages = [...names].filter((name) => known.has(name) || webAssembly.test(name)).sort();
  if (packages.length === 0) return { values: [], carriers: [] };
  const lockfiles = (pattern: RegExp) => repository.paths.filter((path) => pattern.test(path));
  const native = lockfiles(/(?:^|\/)Cargo\.lock$/).flatMap((path) =>
    sqliteOfCrate(path, "libsqlite3-sys", audit),
  );
  const inPackages = lockfiles(/(?:^|\/)(?:pnpm-lock\.yaml|package-lock\.json|yarn\.lock)$/).flatMap((path) =>
    packages.flatMap((name) => sqliteOfPackage(path, name, audit)),
  );
  return {
    values: native.length > 0 && inPackages.length > 0 ? [...native, ...inPackages] : [],
    carriers: [
      { type: "crate", name: "libsqlite3-sys" },
      ...packages.map((name) => ({ type: "npm", name }) as const),
    ],
  };
}
