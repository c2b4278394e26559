import type { AuditSoFar } from "../../../../findings/audit.ts";
import { folderOf, within } from "../../../../repository/packages/path.ts";
import type { MemberValue } from "../member-value.ts";
import { bundlesSqlite } from "./bundled-feature.ts";
import { crateSourceSqlite } from "./crate-source.ts";
import { lockedVersions } from "./locked-versions.ts";
import type { SqliteEvidence } from "./sqlite-evidence.ts";
import { crateSqliteFact } from "./sqlite-facts.ts";

/**
 * The SQLite that a crate bundles, once for each version of it in a Cargo.lock. The crate's source on disk is asked
 * first, then the facts. Empty when the lockfile has no such crate, when nothing switches on that it bundles SQLite, and
 * for a lockfile that another one supersedes.
 */
export function sqliteOfCrate(lockfile: string, crate: string, audit: AuditSoFar): MemberValue[] {
  if (isSuperseded(lockfile, crate, audit)) return [];
  const locked = lockedVersions("crate", crate, lockfile, audit);
  if (locked.length === 0 || !bundlesSqlite(audit.repository)) return [];
  return locked.map(({ version, location }) => {
    const evidence = evidenceFor(crate, version, audit);
    return {
      what: `the SQLite of ${crate} ${version}`,
      value: evidence?.sqlite ?? null,
      how: evidence?.how ?? "run `cargo fetch`, so that sqlite3/sqlite3.h of the crate's source says which",
      location,
      role: "holds",
    };
  });
}

/**
 * Cargo keeps one lockfile, next to the manifest of the workspace: one beside a mere member, or beside no manifest at
 * all while there are others, was left behind by a move. As long as that of the workspace does not say anything about
 * the crate, it is the best that is known.
 * Semantics: https://doc.rust-lang.org/cargo/reference/workspaces.html
 */
function isSuperseded(lockfile: string, crate: string, audit: AuditSoFar): boolean {
  const { repository, evidence } = audit;
  const manifest = within(folderOf(lockfile), "Cargo.toml");
  const workspace = repository.has(manifest)
    ? (evidence.crateByManifest.get(manifest)?.workspace ?? manifest)
    : "Cargo.toml";
  const read = within(folderOf(workspace), "Cargo.lock");
  return read !== lockfile && lockedVersions("crate", crate, read, audit).length > 0;
}

function evidenceFor(crate: string, version: string, audit: AuditSoFar): SqliteEvidence | null {
  if (crate !== "libsqlite3-sys") return null;
  const source = crateSourceSqlite(version, audit.repository, audit.cargoHome);
  if (source !== null) return source;
  const fact = crateSqliteFact(version);
  return fact === null ? null : { sqlite: fact.sqlite, how: "the facts about its releases say so" };
}
