import picomatch from "picomatch";
import type { Repository } from "../discover/repository.ts";

/** The discovered files that a member's path names, sorted; a path with wildcards may name several. */
export function memberFiles(path: string, repository: Repository): readonly string[] {
  if (!picomatch.scan(path).isGlob) return repository.has(path) ? [path] : [];
  const matches = picomatch(path, { dot: true });
  // Most paths differ from the pattern in what stands after its last wildcard, which is quicker to see.
  const ending = /[\w./-]*$/.exec(path)?.[0] ?? "";
  return repository.paths.filter((candidate) => candidate.endsWith(ending) && matches(candidate));
}

/** The folders with discovered files that a member's path names, sorted; a closing `/` is not needed. */
export function memberFolders(path: string, repository: Repository): readonly string[] {
  const matches = picomatch(path.replace(/\/+$/, ""), { dot: true });
  return foldersOf(repository).filter((folder) => matches(folder));
}

const folders = new WeakMap<Repository, readonly string[]>();

function foldersOf(repository: Repository): readonly string[] {
  const known = folders.get(repository);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const path of repository.paths) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (found.has(folder)) break;
      found.add(folder);
    }
  }
  const sorted = [...found].sort();
  folders.set(repository, sorted);
  return sorted;
}
