import type { Document } from "../../repository/documents/document.ts";
import type { Field, FieldSource } from "../../repository/documents/fields/field.ts";
import { nameOf, readFields } from "../../repository/documents/fields/read-fields.ts";
import { isInstalled } from "../../repository/packages/npm-workspaces.ts";
import { folderOf } from "../../repository/packages/path.ts";
import type { DefinedPackage } from "../../repository/packages/workspace.ts";
import type { Repository } from "../../repository/repository.ts";
import { ownVersion } from "../versions/own-version.ts";
import { kindsOf } from "./catalogue.ts";
import type { ManifestKind } from "./manifest-kind.ts";

/** A place before everything in a file, so that the first name is the nearest. */
const start: Field = { value: "", span: { start: 0, end: 0 }, keyPath: null, scope: [] };

/**
 * What the manifests of the catalogue define besides npm packages and crates, in the order of the paths. Kinds that are
 * only known by what a file holds are left out: to find those, every file would have to be read.
 */
export function definedPackages(
  repository: Repository,
  documentOf: (path: string) => Document | null,
): readonly DefinedPackage[] {
  const found: DefinedPackage[] = [];
  for (const path of repository.paths) {
    const kinds = kindsOf(path).filter(({ holds }) => holds === undefined);
    const text = kinds.length === 0 || isInstalled(path) ? null : repository.read(path);
    const document = text === null ? null : documentOf(path);
    if (text === null || document === null) continue;
    const source = { path, text, document: () => document };
    for (const kind of kinds) found.push(...packageOf(source, kind));
  }
  return found;
}

function packageOf(source: FieldSource, kind: ManifestKind): DefinedPackage[] {
  // A project of Gradle is called after its folder; for other manifests a folder is a guess.
  const places = kind.name.filter(({ by }) => by !== "folder" || kind.subject === "jvm");
  const name = nameOf(source, start, places);
  if (name === null) return [];
  const { path: manifest } = source;
  return [{ type: kind.subject, name, manifest, dir: folderOf(manifest), version: versionOf(source, kind) }];
}

function versionOf(source: FieldSource, { own, grammar = "version" }: ManifestKind): string | null {
  for (const place of own) {
    const version = firstVersion(readFields(source, place), grammar);
    if (version !== null) return version;
  }
  return null;
}

function firstVersion(
  fields: readonly Field[],
  grammar: NonNullable<ManifestKind["grammar"]>,
): string | null {
  for (const { value } of fields) {
    const found = ownVersion(value, grammar);
    if (found !== null) return found.version;
  }
  return null;
}
