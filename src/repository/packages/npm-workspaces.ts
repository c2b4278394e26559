import type { Document } from "../documents/document.ts";
import { boundedGlob } from "../files/bounded-glob.ts";
import type { Repository } from "../repository.ts";
import { folderOf, isWithin, within } from "./path.ts";

/** A folder that declares a workspace of npm packages. */
export interface NpmWorkspace {
  /** `""` for the audited root. */
  readonly dir: string;
  /** True for the folder of a package that the workspace admits; its own folder is always one. */
  admits(dir: string): boolean;
}

/**
 * The outermost workspaces of the repository: by `packages` of pnpm-workspace.yaml, else by `workspaces` of
 * package.json. A workspace within another one is somebody's example or fixture, so it does not count.
 */
export function npmWorkspaces(
  repository: Repository,
  documentOf: (path: string) => Document | null,
): readonly NpmWorkspace[] {
  const declared: NpmWorkspace[] = [];
  const files = repository.paths.filter((path) => declaration.test(path) && !isInstalled(path));
  for (const dir of [...new Set(files.map(folderOf))].sort()) {
    if (declared.some((outer) => isWithin(dir, outer.dir))) continue;
    const patterns = workspacePatterns(dir, repository, documentOf);
    if (patterns !== null) declared.push({ dir, admits: memberMatcher(dir, patterns) });
  }
  return declared;
}

const declaration = /(?:^|\/)(?:package\.json|pnpm-workspace\.yaml)$/u;

function workspacePatterns(
  dir: string,
  repository: Repository,
  documentOf: (path: string) => Document | null,
): readonly string[] | null {
  const pnpm = within(dir, "pnpm-workspace.yaml");
  if (repository.has(pnpm)) return listAt(documentOf(pnpm), ["packages"]);
  const manifest = within(dir, "package.json");
  const document = repository.has(manifest) ? documentOf(manifest) : null;
  const patterns = [...listAt(document, ["workspaces"]), ...listAt(document, ["workspaces", "packages"])];
  return patterns.length === 0 ? null : patterns;
}

/** The strings of a list in a document; empty when there is no such list. */
function listAt(document: Document | null, keys: readonly string[]): readonly string[] {
  const values: string[] = [];
  for (const { path, value } of document?.scalars ?? []) {
    const isItem = path.length === keys.length + 1 && typeof path.at(-1) === "number";
    if (isItem && typeof value === "string" && keys.every((key, index) => path[index] === key))
      values.push(value);
  }
  return values;
}

/**
 * Matches folders as pnpm does: a pattern names folders of packages, `!` takes folders out again wherever it stands in
 * the list, and dot folders are only meant when they are named.
 * Semantics: https://pnpm.io/pnpm-workspace_yaml#packages
 */
function memberMatcher(root: string, patterns: readonly string[]): (dir: string) => boolean {
  const folders = (some: readonly string[]) =>
    some
      .map((pattern) => pattern.replace(/^\.\//u, "").replace(/(?<!\/)\/+$/u, ""))
      .filter((pattern) => pattern !== "");
  const positive = folders(patterns.filter((pattern) => !pattern.startsWith("!")));
  const negative = folders(
    patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1)),
  );
  const admitting = positive.map((pattern) => boundedGlob(pattern));
  const takingOut = negative.map((pattern) => boundedGlob(pattern, { dot: true }));
  return (dir) => {
    if (dir === root) return true;
    if (!isWithin(dir, root)) return false;
    const relative = root === "" ? dir : dir.slice(root.length + 1);
    return admitting.some((admits) => admits(relative)) && !takingOut.some((takes) => takes(relative));
  };
}

/** True for a file below a `node_modules` folder, which belongs to nobody's workspace. */
export function isInstalled(path: string): boolean {
  return /(?:^|\/)node_modules\//u.test(path);
}
