import type { Repository } from "../discover/repository.ts";
import type { Document } from "../parse/document.ts";
import { dependencyName, dependencyTables } from "./npm-dependency.ts";
import { isInstalled, type NpmWorkspace } from "./npm-workspaces.ts";
import { folderOf, within } from "./path.ts";
import type { NpmPackage } from "./workspace.ts";

/** Every package.json that has a name, sorted by path. */
export function npmPackages(
  repository: Repository,
  documentOf: (path: string) => Document | null,
  workspaces: readonly NpmWorkspace[],
): readonly NpmPackage[] {
  const packages: NpmPackage[] = [];
  for (const manifest of repository.paths) {
    if (!/(?:^|\/)package\.json$/u.test(manifest) || isInstalled(manifest)) continue;
    const document = documentOf(manifest);
    const dir = folderOf(manifest);
    const member = dir === "" || workspaces.some((workspace) => workspace.admits(dir));
    const pkg = document === null ? null : packageOf(manifest, dir, member, document);
    if (pkg !== null) packages.push(pkg);
  }
  return packages;
}

function packageOf(manifest: string, dir: string, member: boolean, document: Document): NpmPackage | null {
  const dependencies = new Set<string>();
  const fields = new Map<string, unknown>();
  for (const { path, value } of document.scalars) {
    const [field, name] = path;
    if (path.length === 1) fields.set(String(field), value);
    else if (path.length === 2 && dependencyTables.has(String(field))) dependencies.add(String(name));
  }
  const name = fields.get("name");
  if (typeof name !== "string" || name === "") return null;
  const version = fields.get("version");
  return {
    ...{ name, manifest, dir, member, dependencies },
    version: typeof version === "string" ? version : null,
    private: fields.get("private") === true,
  };
}

/** The requirements that the root manifests force on everybody: yarn's `resolutions`, npm's and pnpm's `overrides`. */
export function npmResolutions(
  repository: Repository,
  documentOf: (path: string) => Document | null,
  workspaces: readonly NpmWorkspace[],
): ReadonlyMap<string, string> {
  const resolutions = new Map<string, string>();
  const roots = new Set(["", ...workspaces.map(({ dir }) => dir)]);
  const manifests = [...roots].flatMap((dir) => [
    within(dir, "package.json"),
    within(dir, "pnpm-workspace.yaml"),
  ]);
  for (const manifest of manifests) {
    const document = repository.has(manifest) ? documentOf(manifest) : null;
    for (const { path, value } of document?.scalars ?? []) {
      const isForced = resolvingTables.has(String(path[0] === "pnpm" ? path[1] : path[0]));
      const name = isForced ? dependencyName(path) : null;
      if (name !== null && value !== null) resolutions.set(name, String(value));
    }
  }
  return resolutions;
}

const resolvingTables = new Set(["resolutions", "overrides"]);
