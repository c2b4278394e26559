import { basename } from "node:path/posix";
import { groupBy } from "../../repository/collections/group-by.ts";
import { oncePer } from "../../repository/collections/once-per.ts";
import type { Repository } from "../../repository/repository.ts";

/** The files of the work tree by their names. */
const byName = oncePer((repository: Repository) => groupBy(repository.paths, (path) => basename(path)));

/**
 * Where a file of the past is now: at its path or, where that is gone, at the one path with the longest end in common, which
 * has to be more than a name that several files have. Null where no single one is nearest.
 */
export function pathNow(path: string, repository: Repository): string | null {
  if (repository.has(path)) return path;
  const alike = byName(repository).get(basename(path)) ?? [];
  const shared = alike.map((other) => commonEnd(other.split("/"), path.split("/")));
  const most = Math.max(0, ...shared);
  const [nearest, ...others] = alike.filter((_, index) => shared[index] === most);
  if (nearest === undefined || others.length > 0) return null;
  return most > 1 || alike.length === 1 ? nearest : null;
}

/** How many of the last parts of two paths are the same. */
function commonEnd(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length);
  for (let count = 0; count < length; count++) if (a.at(-1 - count) !== b.at(-1 - count)) return count;
  return length;
}
