import { documentAt } from "../../../../repository/documents/document-cache.ts";
import { cargoManifests, crates } from "../../../../repository/packages/crates.ts";
import type { Crate } from "../../../../repository/packages/workspace.ts";
import type { Repository } from "../../../../repository/repository.ts";

/** The crates of one workspace, or one crate that stands alone. */
export interface CrateWorkspace {
  /** The manifest of the root, relative to the repository. */
  readonly manifest: string;
  /** Its folder; `""` for that of the repository. */
  readonly folder: string;
  readonly crates: readonly Crate[];
}

const known = new WeakMap<Repository, readonly CrateWorkspace[]>();

/** Every workspace of the repository, the one with the shortest path first. */
export function crateWorkspaces(repository: Repository): readonly CrateWorkspace[] {
  const before = known.get(repository);
  if (before !== undefined) return before;
  const manifests = cargoManifests(repository, (path) => documentAt(repository, path));
  const byRoot = new Map<string, Crate[]>();
  for (const crate of crates(manifests)) {
    const root = crate.workspace ?? crate.manifest;
    byRoot.set(root, [...(byRoot.get(root) ?? []), crate]);
  }
  const workspaces = [...byRoot].map(([manifest, members]) => ({
    manifest,
    folder: manifest.slice(0, Math.max(0, manifest.length - "/Cargo.toml".length)),
    crates: members,
  }));
  const sorted = workspaces.sort((a, b) => a.folder.length - b.folder.length);
  known.set(repository, sorted);
  return sorted;
}
