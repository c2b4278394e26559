import { decodeText } from "../../repository/files/decode.ts";
import { contentsOf, type GitTree } from "../../repository/git/git-tree.ts";
import type { Repository } from "../../repository/repository.ts";
import { changedLines } from "./changed-lines.ts";

/** What is different in the audited files since a commit. */
export interface Changes {
  /** The files that are there no more, sorted. */
  readonly deleted: readonly string[];
  /** True for a file that is new. One that was moved is new where it is now. */
  isNew(path: string): boolean;
  /** True for a file that is new, deleted or holds something else. */
  touches(path: string): boolean;
  /** True for a line (1-based) that is new or differs; every line of a new file does. */
  hasLine(path: string, line: number): boolean;
}

/**
 * Compares the audited files with a tree of git, each file only when it is asked for.
 * @param isSame whether an audited file holds what an object holds
 */
export function changesBetween(
  before: GitTree,
  repository: Repository,
  isSame: (path: string, id: string) => boolean,
): Changes {
  const lines = new Map<string, ReadonlySet<number> | "all">();
  const touches = (path: string): boolean => {
    const id = before.files.get(path);
    if (id === undefined) return repository.has(path);
    return !repository.has(path) || !isSame(path, id);
  };
  const linesOf = (path: string, id: string): ReadonlySet<number> | "all" => {
    const bytes = contentsOf(repository, [id]).get(id);
    const [old, now] = [bytes === undefined ? null : decodeText(bytes), repository.read(path)];
    return old === null || now === null ? "all" : changedLines(old.text, now);
  };
  return {
    deleted: [...before.files.keys()].filter((path) => !repository.has(path)).sort(),
    isNew: (path) => repository.has(path) && !before.files.has(path),
    touches,
    hasLine(path, line) {
      if (!repository.has(path) || !touches(path)) return false;
      const id = before.files.get(path);
      if (id === undefined) return true;
      const changed = lines.get(path) ?? linesOf(path, id);
      lines.set(path, changed);
      return changed === "all" || changed.has(line);
    },
  };
}
