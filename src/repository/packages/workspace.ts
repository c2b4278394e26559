import type { PackageType } from "./package-type.ts";

/** A package.json that has a name, wherever it lies in the repository. */
export interface NpmPackage {
  readonly name: string;
  /** The path of its package.json. */
  readonly manifest: string;
  /** The folder of its package.json; `""` for the root. */
  readonly dir: string;
  readonly version: string | null;
  readonly private: boolean;
  /** True for the root and for what the npm, yarn or pnpm workspace globs admit. */
  readonly member: boolean;
  /** Names in any of its dependency fields. */
  readonly dependencies: ReadonlySet<string>;
}

/** A Cargo.toml with a `[package]` table. */
export interface Crate {
  readonly name: string;
  readonly manifest: string;
  readonly dir: string;
  /** Its own version, or the one of the workspace that it inherits from; null when neither says. */
  readonly version: string | null;
  /** True for `version.workspace = true`. */
  readonly inherits: boolean;
  /** False for `publish = false`. */
  readonly publish: boolean;
  /** The path of the Cargo.toml whose `[workspace]` admits it; null when none does. */
  readonly workspace: string | null;
}

/** A pyproject.toml with a `[project]` or `[tool.poetry]` table. */
export interface PythonProject {
  readonly name: string;
  readonly manifest: string;
  readonly version: string | null;
}

/** What a manifest of any other ecosystem defines: an artifact of Maven, a gem, a program. */
export interface DefinedPackage {
  readonly type: PackageType;
  readonly name: string;
  readonly manifest: string;
  /** `""` for the root. */
  readonly dir: string;
  /** Null where the manifest leaves it to another one, or to a build. */
  readonly version: string | null;
}

/** The names that the repository itself defines. */
export interface Workspace {
  /** Sorted by manifest path; one name may occur twice. */
  readonly npm: readonly NpmPackage[];
  readonly crates: readonly Crate[];
  readonly python: readonly PythonProject[];
  /** What else manifests define, sorted by path; one name may occur several times. */
  readonly packages: readonly DefinedPackage[];
  /** The dependency keys that `[workspace.dependencies]` renames, key to package name. */
  readonly crateAliases: ReadonlyMap<string, string>;
  /**
   * The npm scopes (`@scope`) of which at least one package lives here. `@types` is nobody's own: compilers look for
   * declarations in it (https://www.typescriptlang.org/tsconfig/#types).
   */
  readonly scopes: ReadonlySet<string>;
  /** `resolutions` and `overrides` of the root manifests: name to requirement. */
  readonly resolutions: ReadonlyMap<string, string>;
}
