import { isAbsolute, resolve } from "node:path";
import type { Environment } from "../../repository/git/environment.ts";
import { stagedTree } from "../../repository/git/git-index.ts";
import { emptyTree, type GitTree, treeAt } from "../../repository/git/git-tree.ts";
import type { Repository } from "../../repository/repository.ts";
import { type Changes, changesBetween } from "./changes.ts";
import { mergeBase, requireGit } from "./merge-base.ts";
import { comparison, viewOfTree } from "./tree-view.ts";

/** What an audit is to report: what has changed since a revision, or what is staged for the next commit. */
export type Scope = { readonly by: "since"; readonly revision: string } | { readonly by: "staged" };

/** Two states of a repository and what is different between them. */
export interface Comparison {
  /** The state that is audited: the files on disk, or those of the index. */
  readonly now: Repository;
  readonly changes: Changes;
  /** The state before: the merge base, or HEAD. Making it takes time. */
  before(): Repository;
}

/**
 * Lays out the states of a scope. With `since` the files on disk are held against the merge base of the revision and
 * HEAD, so that what others have done to the branch of the revision does not count. With `staged` the index is held
 * against HEAD, and what is on disk and not staged does not count.
 * @param environment where GIT_INDEX_FILE names the index of a commit that is being made
 * @throws AuditError without git, for an unknown revision and for a history that does not reach far enough
 */
export function compareStates(onDisk: Repository, scope: Scope, environment: Environment): Comparison {
  if (scope.by === "since") {
    const base = treeAt(onDisk, mergeBase(onDisk, scope.revision));
    const isOnDisk = comparison(onDisk);
    return {
      now: onDisk,
      changes: changesBetween(base, onDisk, isOnDisk),
      before: () => viewOfTree(base, onDisk, isOnDisk),
    };
  }
  const git = requireGit(onDisk, "--staged");
  const index = stagedTree(onDisk, indexOf(environment, git.topLevel));
  const isOnDisk = comparison(onDisk, index);
  const head: GitTree = git.head === null ? emptyTree : treeAt(onDisk, git.head);
  const now = viewOfTree(index, onDisk, isOnDisk);
  return {
    now,
    changes: changesBetween(head, now, (path, id) => index.files.get(path) === id),
    before: () => viewOfTree(head, onDisk, isOnDisk),
  };
}

/** Git names the index of a partial commit relative to the top of the work tree: githooks(5), git(1). */
function indexOf({ GIT_INDEX_FILE: file }: Environment, topLevel: string): string | null {
  if (file === undefined || file === "") return null;
  return isAbsolute(file) ? file : resolve(topLevel, file);
}
