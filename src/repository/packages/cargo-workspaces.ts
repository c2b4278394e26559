import type { Scalar } from "../documents/document.ts";
import { pathMatcher } from "../files/path-pattern.ts";
import { dependencyAt } from "./cargo-dependency.ts";
import { folderOf, isWithin, resolveFrom } from "./path.ts";

/** A Cargo.toml as far as workspaces are concerned. */
export interface CargoManifest {
  readonly path: string;
  readonly dir: string;
  /** True when it has a `[workspace]` table. */
  readonly isRoot: boolean;
  readonly scalars: readonly Scalar[];
  /** The values by key path joined with dots. */
  readonly values: ReadonlyMap<string, Scalar["value"]>;
}

type ByDir = ReadonlyMap<string, CargoManifest>;

/** The workspaces of a repository, outermost first, each with the folders of its members. */
export type Workspaces = ReadonlyMap<CargoManifest, ReadonlySet<string>>;

/** Finds every manifest with a `[workspace]` and its members. */
export function cargoWorkspaces(manifests: readonly CargoManifest[], byDir: ByDir): Workspaces {
  const roots = manifests.filter(({ isRoot }) => isRoot).sort((a, b) => a.dir.length - b.dir.length);
  return new Map(roots.map((root) => [root, membersOf(root, manifests, byDir)]));
}

/**
 * The manifest from which a crate inherits: itself, the one that `package.workspace` names, the outermost one of which
 * it is a member, or the nearest above it that does not exclude it. Null when there is none. The outermost comes before
 * the nearest because cargo, started at the top, never looks at a workspace that lies between.
 * Semantics: https://doc.rust-lang.org/cargo/reference/workspaces.html#the-members-and-exclude-fields
 */
export function rootOf(manifest: CargoManifest, workspaces: Workspaces, byDir: ByDir): CargoManifest | null {
  if (manifest.isRoot) return manifest;
  const named = manifest.values.get("package.workspace");
  if (typeof named === "string") return byDir.get(resolveFrom(manifest.dir, named) ?? "") ?? null;
  for (const [root, members] of workspaces) if (members.has(manifest.dir)) return root;
  for (let dir = manifest.dir; ; dir = folderOf(dir)) {
    const candidate = byDir.get(dir);
    if (candidate?.isRoot === true && !isExcluded(manifest.dir, candidate)) return candidate;
    if (dir === "") return null;
  }
}

/**
 * The folders of the members of a workspace: its own package, what the globs of `members` match, and every path
 * dependency of a member that lies below the root, unless it is excluded.
 */
function membersOf(
  root: CargoManifest,
  manifests: readonly CargoManifest[],
  byDir: ByDir,
): ReadonlySet<string> {
  const globs = listed(root, "members").flatMap((glob) => resolveFrom(root.dir, glob) || []);
  const isListed = pathMatcher(globs);
  const open = manifests.filter(({ dir }) => dir === root.dir || isListed(dir));
  const members = new Set<string>();
  for (let manifest = open.pop(); manifest !== undefined; manifest = open.pop()) {
    if (members.has(manifest.dir) || isExcluded(manifest.dir, root)) continue;
    members.add(manifest.dir);
    for (const dir of pathDependencies(manifest, root)) {
      const dependency = byDir.get(dir);
      if (dependency !== undefined && isWithin(dir, root.dir)) open.push(dependency);
    }
  }
  return members;
}

/** Cargo compares the entries of `exclude` as prefixes, and a member that is listed by the same prefix wins. */
function isExcluded(dir: string, root: CargoManifest): boolean {
  const covers = (entry: string): boolean => {
    const resolved = resolveFrom(root.dir, entry);
    return resolved !== null && isWithin(dir, resolved);
  };
  return listed(root, "exclude").some(covers) && !listed(root, "members").some(covers);
}

/** The folders of the path dependencies of a manifest, also of those that it inherits from the workspace. */
function pathDependencies(manifest: CargoManifest, root: CargoManifest): readonly string[] {
  const dirs: string[] = [];
  for (const { path, value } of manifest.scalars) {
    const dependency = path[0] === "workspace" || path[0] === "patch" ? null : dependencyAt(path);
    if (dependency === null) continue;
    if (dependency.field === "path") dirs.push(resolveFrom(manifest.dir, String(value)) ?? "");
    if (dependency.field !== "workspace" || value !== true) continue;
    const inherited = root.values.get(`workspace.dependencies.${dependency.key}.path`);
    if (typeof inherited === "string") dirs.push(resolveFrom(root.dir, inherited) ?? "");
  }
  return dirs;
}

function listed(root: CargoManifest, field: "members" | "exclude"): readonly string[] {
  const entries: string[] = [];
  for (const { path, value } of root.scalars) {
    if (path.length === 3 && path[0] === "workspace" && path[1] === field) entries.push(String(value));
  }
  return entries;
}
