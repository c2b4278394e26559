import type { Document, Scalar } from "../documents/document.ts";
import { valuesByKey } from "../documents/values-by-key.ts";
import type { Repository } from "../repository.ts";
import { dependencyAt } from "./cargo-dependency.ts";
import { type CargoManifest, cargoWorkspaces, rootOf } from "./cargo-workspaces.ts";
import { isInstalled } from "./npm-workspaces.ts";
import { folderOf } from "./path.ts";
import type { Crate } from "./workspace.ts";

/** Reads every Cargo.toml of the repository, sorted by path. */
export function cargoManifests(
  repository: Repository,
  documentOf: (path: string) => Document | null,
): readonly CargoManifest[] {
  const manifests: CargoManifest[] = [];
  for (const path of repository.paths) {
    if (!/(?:^|\/)Cargo\.toml$/u.test(path) || isInstalled(path)) continue;
    const document = documentOf(path);
    if (document === null) continue;
    const { scalars } = document;
    // An empty `[workspace]` table makes a root as well, though it holds no value.
    const isRoot =
      scalars.some((scalar) => scalar.path[0] === "workspace") ||
      /^[ \t]*\[workspace\]/mu.test(repository.read(path) ?? "");
    manifests.push({ path, dir: folderOf(path), isRoot, scalars, values: valuesByKey(scalars) });
  }
  return manifests;
}

/** Every manifest with a `[package]` table as a crate, with what it inherits from its workspace. */
export function crates(manifests: readonly CargoManifest[]): readonly Crate[] {
  const byDir = new Map(manifests.map((manifest) => [manifest.dir, manifest]));
  const workspaces = cargoWorkspaces(manifests, byDir);
  const found: Crate[] = [];
  for (const manifest of manifests) {
    const { path, dir, values } = manifest;
    const name = values.get("package.name");
    if (typeof name !== "string") continue;
    const root = rootOf(manifest, workspaces, byDir);
    const inherited = (field: string): Scalar["value"] | undefined =>
      values.get(`package.${field}.workspace`) === true
        ? root?.values.get(`workspace.package.${field}`)
        : values.get(`package.${field}`);
    const version = inherited("version");
    found.push({
      ...{ name, manifest: path, dir },
      version: typeof version === "string" ? version : null,
      inherits: values.get("package.version.workspace") === true,
      publish: inherited("publish") !== false,
      workspace: root !== null && workspaces.get(root)?.has(dir) === true ? root.path : null,
    });
  }
  return found;
}

/** The keys that `[workspace.dependencies]` renames, with the name of the package that each stands for. */
export function crateAliases(manifests: readonly CargoManifest[]): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const { path, value } of manifests.flatMap(({ scalars }) => scalars)) {
    const dependency = path[0] === "workspace" ? dependencyAt(path) : null;
    if (dependency?.field === "package" && typeof value === "string") aliases.set(dependency.key, value);
  }
  return aliases;
}
