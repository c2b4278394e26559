import type { AuditSoFar } from "../../../../findings/audit.ts";
import type { MemberValue } from "../member-value.ts";
import { lockedVersions } from "./locked-versions.ts";
import type { SqliteEvidence } from "./sqlite-evidence.ts";
import { packageSqliteFact } from "./sqlite-facts.ts";
import { wasmSqlite } from "./wasm-sqlite.ts";

/**
 * The SQLite inside an npm package, once for each version of it in a lockfile. The `.wasm` files of the installed
 * package are asked first, then the facts. Empty when the lockfile has no such package.
 */
export function sqliteOfPackage(lockfile: string, name: string, audit: AuditSoFar): MemberValue[] {
  return lockedVersions("npm", name, lockfile, audit).map(({ version, location }) => {
    const evidence = evidenceFor(name, version, audit);
    return {
      what: `the SQLite of ${name} ${version}`,
      value: evidence?.sqlite ?? null,
      how: evidence?.how ?? "install the package, so that the text in its .wasm files says which",
      location,
      role: "holds",
    };
  });
}

function evidenceFor(name: string, version: string, audit: AuditSoFar): SqliteEvidence | null {
  const users = audit.workspace.npm.filter((pkg) => pkg.dependencies.has(name)).map((pkg) => pkg.dir);
  const wasm = wasmSqlite(name, version, ["", ...users], audit.repository);
  if (wasm !== null) return wasm;
  const fact = packageSqliteFact(name, version);
  if (fact !== null) return { sqlite: fact.sqlite, how: "the facts about its releases say so" };
  // The releases of SQLite's own package are called `3.46.1-build2`.
  const own = name === "@sqlite.org/sqlite-wasm" ? /^(3\.\d+\.\d+)-build\d+$/.exec(version)?.[1] : undefined;
  return own === undefined ? null : { sqlite: own, how: "its own version says so" };
}
