import type { Document, Scalar } from "../documents/document.ts";
import type { Repository } from "../repository.ts";
import { dependencyName } from "./npm-dependency.ts";
import type { NpmWorkspace } from "./npm-workspaces.ts";
import { within } from "./path.ts";

/** The files in which a root forces requirements on everybody, relative to its folder. */
export const resolvingManifests = ["package.json", "pnpm-workspace.yaml"] as const;

const resolvingTables = new Set(["resolutions", "overrides"]);

/** A requirement that a root forces on everybody. */
export interface ForcedRequirement {
  /** The package that is asked for. */
  readonly name: string;
  /** The requirement where it is written. */
  readonly scalar: Scalar;
}

/**
 * What a manifest of a root forces on everybody, by yarn's `resolutions` or by npm's and pnpm's `overrides`, in the order
 * in which it is written; nothing without a manifest.
 */
export function forcedRequirements(manifest: Document | null): ForcedRequirement[] {
  return (manifest?.scalars ?? []).flatMap((scalar) => {
    const { path, value } = scalar;
    const isForced = resolvingTables.has(String(path[0] === "pnpm" ? path[1] : path[0]));
    const name = isForced && value !== null ? dependencyName(path) : null;
    return name === null ? [] : [{ name, scalar }];
  });
}

/** The requirements that all roots force on everybody, by name; the last one of a name counts. */
export function npmResolutions(
  repository: Repository,
  documentOf: (path: string) => Document | null,
  workspaces: readonly NpmWorkspace[],
): ReadonlyMap<string, string> {
  const roots = new Set(["", ...workspaces.map(({ dir }) => dir)]);
  const manifests = [...roots].flatMap((dir) => resolvingManifests.map((name) => within(dir, name)));
  const forced = manifests.flatMap((path) =>
    forcedRequirements(repository.has(path) ? documentOf(path) : null),
  );
  return new Map(forced.map(({ name, scalar }) => [name, String(scalar.value)]));
}
