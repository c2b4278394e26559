import type { Document } from "../documents/document.ts";
import type { Repository } from "../repository.ts";
import { cargoManifests, crateAliases, crates } from "./crates.ts";
import { npmPackages } from "./npm-packages.ts";
import { npmResolutions } from "./npm-resolutions.ts";
import { npmWorkspaces } from "./npm-workspaces.ts";
import { pythonProjects } from "./python-projects.ts";
import type { DefinedPackage, Workspace } from "./workspace.ts";

/**
 * Reads the names that the repository itself defines from its manifests. `documentOf` gives a discovered file in its
 * own format, or null when it is not text; a manifest that does not parse has no scalars and so defines nothing.
 * @param packages what manifests of other ecosystems define
 */
export function readWorkspace(
  repository: Repository,
  documentOf: (path: string) => Document | null,
  packages: readonly DefinedPackage[] = [],
): Workspace {
  const workspaces = npmWorkspaces(repository, documentOf);
  const npm = npmPackages(repository, documentOf, workspaces);
  const manifests = cargoManifests(repository, documentOf);
  return {
    npm,
    crates: crates(manifests),
    python: pythonProjects(repository, documentOf),
    packages,
    crateAliases: crateAliases(manifests),
    scopes: new Set(npm.flatMap(({ name }) => /^@(?!types\/)[^/]+(?=\/)/u.exec(name) ?? [])),
    resolutions: npmResolutions(repository, documentOf, workspaces),
  };
}
