import { documentAt } from "../documents/document-cache.ts";
import type { Repository } from "../repository.ts";
import type { Span } from "../text/span.ts";
import { dependencyTables } from "./npm-dependency.ts";
import type { Workspace } from "./workspace.ts";

/** A place at which one npm package of the repository asks for another. */
export interface InternalRequirement {
  /** The manifest that asks, relative to the root. */
  readonly manifest: string;
  readonly name: string;
  /** As it is written, for example `*`, `workspace:*` or `^2.3.7`. */
  readonly spec: string;
  /** Where the requirement is written, without quotes. */
  readonly span: Span;
}

/** True for a manifest in a folder of examples, which ask for packages in a way of their own. */
export function isExample(manifest: string): boolean {
  return /(?:^|\/)examples?\//.test(manifest);
}

/** A requirement that says by its protocol that the package of this repository is meant. */
export function isLocal(spec: string): boolean {
  return /^(?:workspace|link|file|portal|catalog):/.test(spec);
}

/** What the given manifests ask of packages of the repository. A peer dependency is for others to fulfil and left out. */
export function internalRequirements(
  manifests: readonly string[],
  { repository, workspace }: { readonly repository: Repository; readonly workspace: Workspace },
): InternalRequirement[] {
  const internal = new Set(workspace.npm.map(({ name }) => name));
  return manifests.flatMap((manifest) => {
    const scalars = documentAt(repository, manifest)?.scalars ?? [];
    return scalars.flatMap(({ path, value, content }) => {
      const [table, name] = [String(path[0]), String(path[1])];
      const isAsked = dependencyTables.has(table) && table !== "peerDependencies";
      if (path.length !== 2 || !isAsked || !internal.has(name) || typeof value !== "string") return [];
      return [{ manifest, name, spec: value, span: content }];
    });
  });
}
