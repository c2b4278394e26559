import { boundedGlob } from "../../../../repository/files/bounded-glob.ts";
import { isInstalled } from "../../../../repository/packages/npm-workspaces.ts";
import { folderOf, isWithin, within } from "../../../../repository/packages/path.ts";
import type { Repository } from "../../../../repository/repository.ts";
import { isObject } from "../../../../sandbox/programs/json-file.ts";
import { readConfig } from "./config-file.ts";
import { jsonObject, type Manifest, manifestOf } from "./manifest.ts";

/** Where a package manager says which packages belong together. */
export interface JavaScriptWorkspace {
  /** The folder of its root. */
  readonly root: string;
  /** Its own globs, relative to the root; null where there is one package only. */
  readonly globs: readonly string[] | null;
  /** The file that holds the globs. */
  readonly declaredIn: string;
}

/**
 * The workspace of a folder as @manypkg/get-packages, lerna and nx read it: `workspaces` of package.json, `packages` of
 * pnpm-workspace.yaml, `packages` of lerna.json.
 * https://github.com/Thinkmill/manypkg/blob/main/packages/tools/src/index.ts
 */
export function javaScriptWorkspace(repository: Repository, root: string): JavaScriptWorkspace {
  const manifest = within(root, "package.json");
  const content = repository.has(manifest) ? jsonObject(repository.read(manifest)) : null;
  const field = content?.["workspaces"];
  const declared = strings(isObject(field) ? field["packages"] : field);
  if (declared !== null) return { root, globs: declared, declaredIn: manifest };
  for (const name of ["pnpm-workspace.yaml", "lerna.json"]) {
    const path = within(root, name);
    const config = repository.has(path) ? readConfig(repository, path) : null;
    const globs = isObject(config?.value) ? strings(config.value["packages"]) : null;
    if (globs !== null) return { root, globs, declaredIn: path };
  }
  return { root, globs: null, declaredIn: manifest };
}

/** The packages that globs admit below a root, sorted by folder; the root itself only where a glob is `.`. */
export function packagesAt(
  repository: Repository,
  root: string,
  globs: readonly string[],
): readonly Manifest[] {
  const admits = folderMatcher(globs);
  const found: Manifest[] = [];
  for (const path of repository.paths) {
    if (!/(?:^|\/)package\.json$/u.test(path) || isInstalled(path)) continue;
    const dir = folderOf(path);
    if (!isWithin(dir, root) || !admits(root === "" ? dir : dir.slice(root.length + 1))) continue;
    const manifest = manifestOf(path, repository.read(path));
    if (manifest !== null) found.push(manifest);
  }
  return found.sort((a, b) => (a.dir < b.dir ? -1 : 1));
}

/** The package in a folder; null when there is none with a name. */
export function packageIn(repository: Repository, dir: string): Manifest | null {
  const path = within(dir, "package.json");
  return repository.has(path) ? manifestOf(path, repository.read(path)) : null;
}

function folderMatcher(globs: readonly string[]): (dir: string) => boolean {
  const plain = (glob: string) => glob.replace(/^(?:\.\/)+/u, "").replace(/(?<!\/)\/+$/u, "");
  const admitting = globs.filter((glob) => !glob.startsWith("!")).map((glob) => boundedGlob(plain(glob)));
  const taking = globs
    .filter((glob) => glob.startsWith("!"))
    .map((glob) => boundedGlob(plain(glob.slice(1)), { dot: true }));
  const withRoot = globs.some((glob) => plain(glob) === ".");
  return (dir) => {
    if (dir === "") return withRoot;
    return admitting.some((admits) => admits(dir)) && !taking.some((takes) => takes(dir));
  };
}

function strings(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : null;
}
