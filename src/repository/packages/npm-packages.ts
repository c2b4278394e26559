import type { Document } from "../documents/document.ts";
import type { Repository } from "../repository.ts";
import { dependencyTables } from "./npm-dependency.ts";
import { isInstalled, type NpmWorkspace } from "./npm-workspaces.ts";
import { folderOf } from "./path.ts";
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
