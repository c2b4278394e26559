import { gitCall } from "../../sandbox/programs/git/call.ts";
import { mayUndo } from "../../sandbox/programs/git/undo.ts";

/**
 * What git does to its references, its index, its own store or another repository, and what only asks. Whatever is not
 * among them, such as an alias or an extension, may write into the files of the tree.
 */
const beside = new Set(
  [
    [
      "add",
      "branch",
      "commit",
      "config",
      "fetch",
      "gc",
      "hash-object",
      "init",
      "maintenance",
      "notes",
      "prune",
    ],
    ["push", "reflog", "remote", "repack", "replace", "stage", "symbolic-ref", "tag", "update-index"],
    [
      "update-ref",
      "commit-tree",
      "mktag",
      "mktree",
      "pack-refs",
      "write-tree",
      "worktree",
      "clone",
      "bundle",
    ],
    ["archive", "format-patch", "request-pull", "send-email", "credential", "update-server-info"],
    ["blame", "cat-file", "check-attr", "check-ignore", "check-mailmap", "check-ref-format", "cherry"],
    ["count-objects", "describe", "diff", "diff-files", "diff-index", "diff-tree", "for-each-ref", "fsck"],
    [
      "grep",
      "help",
      "interpret-trailers",
      "log",
      "ls-files",
      "ls-remote",
      "ls-tree",
      "merge-base",
      "name-rev",
    ],
    ["range-diff", "rev-list", "rev-parse", "shortlog", "show", "show-ref", "status", "stripspace", "var"],
    ["verify-commit", "verify-tag", "version", "whatchanged"],
  ].flat(),
);

/**
 * True for a call of git that leaves the files of the tree as they are, or of which the sandbox has found that it takes
 * nothing back.
 */
export function leavesFiles(argv: readonly string[]): boolean {
  const call = gitCall(argv);
  if (call === null) return argv.length === 2 && /^(?:--version|--help|-v|-h)$/u.test(argv[1] ?? "");
  return beside.has(call.subcommand) || mayUndo(call.subcommand);
}
