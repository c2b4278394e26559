import picomatch from "picomatch";
import type { Repository } from "../discover/repository.ts";

/** The paths of a repository by what is asked for them, made once. */
interface PathIndex {
  readonly filesByName: ReadonlyMap<string, readonly string[]>;
  readonly folders: readonly string[];
}

const indexes = new WeakMap<Repository, PathIndex>();

/** The discovered files that a member's path names, sorted; a path with wildcards may name several. */
export function memberFiles(path: string, repository: Repository): readonly string[] {
  if (!picomatch.scan(path).isGlob) return repository.has(path) ? [path] : [];
  const name = path.slice(path.lastIndexOf("/") + 1);
  const candidates = /^[\w.-]+$/.test(name)
    ? (indexOf(repository).filesByName.get(name) ?? [])
    : repository.paths;
  const matches = picomatch(path, { dot: true });
  return candidates.filter((candidate) => matches(candidate));
}

/** The folders with discovered files that a member's path names, sorted; a closing `/` is not needed. */
export function memberFolders(path: string, repository: Repository): readonly string[] {
  const matches = picomatch(path.replace(/\/+$/, ""), { dot: true });
  return indexOf(repository).folders.filter((folder) => matches(folder));
}

function indexOf(repository: Repository): PathIndex {
  const index = indexes.get(repository) ?? makeIndex(repository.paths);
  indexes.set(repository, index);
  return index;
}

function makeIndex(paths: readonly string[]): PathIndex {
  const filesByName = new Map<string, string[]>();
  const folders = new Set<string>();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const files = filesByName.get(name);
    if (files === undefined) filesByName.set(name, [path]);
    else files.push(path);
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return { filesByName, folders: [...folders].sort() };
}
