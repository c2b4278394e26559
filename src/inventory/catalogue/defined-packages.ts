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
  return repository.paths.flatMap((path) => packagesOf(path, repository, documentOf));
}

function packagesOf(
  path: string,
  repository: Repository,
  documentOf: (path: string) => Document | null,
): DefinedPackage[] {
  return readKinds(path, repository, documentOf).flatMap(({ source, kind }) => {
    const name = definedName(source, kind);
    if (name === null) return [];
    return [
      { type: kind.subject, name, manifest: path, dir: folderOf(path), version: versionOf(source, kind) },
    ];
  });
}

/** A version that a manifest declares without saying of what, as a file `VERSION` does. */
export interface NamelessVersion {
  readonly path: string;
  readonly subject: ManifestKind["subject"];
  readonly version: string;
}

/** The versions of the manifests that define no package, because they do not say what it is called. */
export function namelessVersions(
  paths: readonly string[],
  repository: Repository,
  documentOf: (path: string) => Document | null,
): NamelessVersion[] {
  return paths.flatMap((path) =>
    readKinds(path, repository, documentOf).flatMap(({ source, kind }) => {
      const version = definedName(source, kind) === null ? versionOf(source, kind) : null;
      return version === null ? [] : [{ path, subject: kind.subject, version }];
    }),
  );
}

/** The kinds of which a file is, with its text where it is of one. */
function readKinds(
  path: string,
  repository: Repository,
  documentOf: (path: string) => Document | null,
): readonly { readonly source: FieldSource; readonly kind: ManifestKind }[] {
  const kinds = kindsOf(path).filter(({ holds }) => holds === undefined);
  const text = kinds.length === 0 || isInstalled(path) ? null : repository.read(path);
  const document = text === null ? null : documentOf(path);
  if (text === null || document === null) return [];
  const source = { path, text, document: () => document };
  return kinds.map((kind) => ({ source, kind }));
}

/** A project of Gradle is called after its folder; for other manifests a folder is a guess. */
function definedName(source: FieldSource, { name, subject }: ManifestKind): string | null {
  return nameOf(
    source,
    start,
    name.filter(({ by }) => by !== "folder" || subject === "jvm"),
  );
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
