import picomatch from "picomatch";
import type { Repository } from "../discover/repository.ts";

/** The discovered files that a member's path names, sorted; a path with wildcards may name several. */
export function memberFiles(path: string, repository: Repository): string[] {
  if (!picomatch.scan(path).isGlob) return repository.has(path) ? [path] : [];
  const matches = picomatch(path, { dot: true });
  return repository.paths.filter((candidate) => matches(candidate));
}

/** The folders with discovered files that a member's path names, sorted; a closing `/` is not needed. */
export function memberFolders(path: string, repository: Repository): string[] {
  const matches = picomatch(path.replace(/\/+$/, ""), { dot: true });
  const seen = new Set<string>();
  for (const file of repository.paths) {
    for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
      const dir = file.slice(0, end);
      if (seen.has(dir)) break;
      seen.add(dir);
    }
  }
  return [...seen].filter((dir) => matches(dir)).sort();
}
