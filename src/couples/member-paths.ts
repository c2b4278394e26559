import { pathMatcher } from "../discover/path-pattern.ts";
import type { Repository } from "../discover/repository.ts";

/** The folders with discovered files that a member's path names, sorted; a closing `/` is not needed. */
export function memberFolders(path: string, repository: Repository): readonly string[] {
  return foldersOf(repository).filter(pathMatcher([path.replace(/(?<!\/)\/+$/, "")]));
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
