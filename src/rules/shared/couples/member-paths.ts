import { oncePer } from "../../../repository/collections/once-per.ts";
import { pathMatcher } from "../../../repository/files/path-pattern.ts";
import type { Repository } from "../../../repository/repository.ts";

/** The folders with discovered files that a member's path names, sorted; a closing `/` is not needed. */
export function memberFolders(path: string, repository: Repository): readonly string[] {
  return foldersOf(repository).filter(pathMatcher([path.replace(/(?<!\/)\/+$/, "")]));
}

const foldersOf = oncePer((repository: Repository): readonly string[] => {
  const found = new Set<string>();
  for (const path of repository.paths) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (found.has(folder)) break;
      found.add(folder);
    }
  }
  return [...found].sort();
});
