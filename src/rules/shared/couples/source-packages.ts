import type { Workspace } from "../../../repository/packages/workspace.ts";
import type { Repository } from "../../../repository/repository.ts";

/** A package or crate with the source files that belong to it and to none below it. */
export interface SourcePackage {
  /** Relative to the root; `""` for the root. */
  readonly dir: string;
  /** Its names: of the npm package, of the crate, and of its folder. */
  readonly names: readonly string[];
  /** The npm packages that it depends on. */
  readonly dependencies: ReadonlySet<string>;
  readonly paths: readonly string[];
}

const source = /\.(?:rs|[cm]?[jt]sx?|go|py|swift|kt)$/;

/** Files that may speak an old version on purpose. */
const trial =
  /(?:^|\/)(?:__tests__|benches|e2e|examples?|fixtures|tests?)\/|[._](?:test|spec|bench)\.[a-z]+$|\.d\.[cm]?ts$/;

/** The packages of the workspace with their source files, tests and examples left out. */
export function sourcePackages(repository: Repository, workspace: Workspace): SourcePackage[] {
  const packages = new Map<string, SourcePackage & { names: string[]; paths: string[] }>();
  const add = (dir: string, name: string, dependencies: ReadonlySet<string>) => {
    const known = packages.get(dir);
    const names = [...(known?.names ?? [dir.slice(dir.lastIndexOf("/") + 1)]), name];
    packages.set(dir, { dir, names, dependencies: known?.dependencies ?? dependencies, paths: [] });
  };
  for (const { dir, name, dependencies } of workspace.npm) add(dir, name, dependencies);
  for (const { dir, name } of workspace.crates) add(dir, name, new Set());
  for (const path of repository.paths) {
    if (!source.test(path) || trial.test(path)) continue;
    packages.get(nearest(path, packages))?.paths.push(path);
  }
  return [...packages.values()];
}

function nearest(path: string, packages: ReadonlyMap<string, unknown>): string {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    const dir = path.slice(0, end);
    if (packages.has(dir)) return dir;
  }
  return "";
}
