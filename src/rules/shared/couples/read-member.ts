import type { CoupleMember } from "../../../config/schema.ts";
import type { AuditSoFar } from "../../../findings/audit.ts";
import { pathsNamed } from "../../../repository/files/path-pattern.ts";
import { constantValues, keyValues } from "./declared-values.ts";
import { memberFolders } from "./member-paths.ts";
import type { MemberReading, MemberValue } from "./member-value.ts";
import { imageTags, toolchainPins } from "./occurring-values.ts";
import { highestSchema, namedModules } from "./schema-values.ts";
import { sqliteOfCrate } from "./sqlite/sqlite-of-crate.ts";
import { sqliteOfPackage } from "./sqlite/sqlite-of-package.ts";

/** One way to read values from a file or folder of the repository. */
interface MemberKind {
  /** The key of the configuration that asks for it, whose value is the `name`; null for a path alone. */
  readonly key: Exclude<keyof CoupleMember, "path"> | null;
  readonly at: "files" | "folders";
  /** What is sought, for a message. */
  sought(name: string): string;
  /** The values at one path; empty when there are none. */
  read(path: string, name: string, audit: AuditSoFar): readonly MemberValue[];
}

const memberKinds: readonly MemberKind[] = [
  { key: "constant", at: "files", sought: (name) => `constant ${name}`, read: constantValues },
  { key: "key", at: "files", sought: (name) => `key ${name}`, read: keyValues },
  { key: "schemas", at: "folders", sought: (name) => `vN.${name}`, read: highestSchema },
  { key: "reexport", at: "files", sought: (name) => `import of ${name}/vN`, read: namedModules },
  { key: "image", at: "files", sought: (name) => `tag of the image ${name}`, read: imageTags },
  {
    key: "sqliteOfCrate",
    at: "files",
    sought: (name) => `crate ${name} that bundles SQLite`,
    read: sqliteOfCrate,
  },
  { key: "sqliteOfPackage", at: "files", sought: (name) => `package ${name}`, read: sqliteOfPackage },
  { key: null, at: "files", sought: () => "toolchain version", read: toolchainPins },
];

/** True for a member that reads the SQLite inside something. */
export function isSqliteMember(member: CoupleMember): boolean {
  return member.sqliteOfCrate !== undefined || member.sqliteOfPackage !== undefined;
}

/** Reads one member of a couple wherever its path, which may have wildcards, leads to. */
export function readMember(member: CoupleMember, audit: AuditSoFar): MemberReading {
  const { path } = member;
  const kind = memberKinds.find(({ key }) => key === null || member[key] !== undefined);
  if (kind === undefined) throw new RangeError("a member of no kind, which the list of kinds rules out");
  const name = kind.key === null ? "" : (member[kind.key] ?? "");
  const places = (kind.at === "files" ? pathsNamed : memberFolders)(path, audit.repository);
  if (places.length === 0) return { values: [], missing: `${path} is not in the repository` };
  const values = places.flatMap((place) => kind.read(place, name, audit));
  return { values, missing: values.length > 0 ? null : `${path} has no ${kind.sought(name)}` };
}
