import { pathInside } from "../repository/files/path-inside.ts";
import type { Repository } from "../repository/repository.ts";

/**
 * The path from the top of the git work tree, for readers that know the whole repository only. Without git, or when
 * the audited root is the top, this is the path itself.
 */
export function repositoryPath(repository: Pick<Repository, "git" | "root">, path: string): string {
  if (repository.git === null) return path;
  const prefix = pathInside(repository.git.topLevel, repository.root);
  return prefix === null || prefix === "" ? path : `${prefix}/${path}`;
}
