import type { KeyPath, Scalar } from "../../repository/documents/document.ts";
import { valuesByKey } from "../../repository/documents/values-by-key.ts";
import { dependencyAt } from "../../repository/packages/cargo-dependency.ts";
import type { Ecosystem, SourceText } from "../ecosystem.ts";
import type { Occurrence, OccurrenceKind, Subject } from "../occurrence.ts";
import { findVersions } from "../versions/version.ts";
import { type FoundVersion, semverRequirement, versionAt } from "./requirement.ts";
import { scalarOccurrences, written } from "./scalar-occurrence.ts";

/** What `[workspace.package]` gives a version to: every crate that inherits it. */
const workspaceSubject: Subject = { type: "crate", name: "workspace" };

/**
 * Cargo.toml: the versions of packages, of the workspace, of every kind of dependency, and `rust-version`.
 * Format: https://doc.rust-lang.org/cargo/reference/manifest.html
 */
export const cargoManifest: Ecosystem = {
  name: "cargo-manifest",
  matches: (path) => /(?:^|\/)Cargo\.toml$/u.test(path),
  occurrences(file) {
    const { scalars } = file.document();
    const values = valuesByKey(scalars);
    return scalars.flatMap((scalar) => fieldOccurrences(file, scalar, values));
  },
};

function fieldOccurrences(
  file: SourceText,
  scalar: Scalar,
  values: ReadonlyMap<string, Scalar["value"]>,
): Occurrence[] {
  const { path } = scalar;
  const text = written(file, scalar);
  const all = (found: readonly FoundVersion[], kind: OccurrenceKind, subject: Subject | null): Occurrence[] =>
    scalarOccurrences(file, scalar, found, { kind, subject });
  if (isField(path, "rust-version"))
    return all(semverRequirement(text), "toolchain", { type: "toolchain", name: "rust" });
  if (isField(path, "version")) return all(versionIn(text), "manifest-version", packageSubject(path, values));
  const dependency = dependencyAt(path);
  if (dependency === null) return [];
  const renamed = values.get([...dependency.entry, "package"].join("."));
  const subject: Subject = { type: "crate", name: typeof renamed === "string" ? renamed : dependency.key };
  if (dependency.field === "version") return all(semverRequirement(text), "dependency", subject);
  return dependency.field === "tag" ? all(versionOfTag(text), "dependency", subject) : [];
}

/** The version that a git tag ends with: `v1.2.3`, and also `name-v1.2.3` or `folder/1.2.3`. */
function versionOfTag(tag: string): readonly FoundVersion[] {
  const last = findVersions(tag).at(-1);
  return last === undefined ? versionIn(tag) : [{ version: tag.slice(last.start, last.end), at: last.start }];
}

function versionIn(text: string): readonly FoundVersion[] {
  const found = versionAt(text, 0);
  return found === null ? [] : [found];
}

/** True for a field of `[package]` or `[workspace.package]`. */
function isField(path: KeyPath, field: string): boolean {
  const inPackage = path.length === 2 && path[0] === "package";
  const inWorkspace = path.length === 3 && path[0] === "workspace" && path[1] === "package";
  return (inPackage || inWorkspace) && path.at(-1) === field;
}

function packageSubject(path: KeyPath, values: ReadonlyMap<string, Scalar["value"]>): Subject | null {
  if (path[0] === "workspace") return workspaceSubject;
  const name = values.get("package.name");
  return typeof name === "string" ? { type: "crate", name } : null;
}
