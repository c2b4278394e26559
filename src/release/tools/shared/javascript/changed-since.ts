import { askGit } from "../../../../repository/git/git.ts";
import type { Repository } from "../../../../repository/repository.ts";

/**
 * The last annotated tag on the first-parent way to HEAD, as `git describe` finds it, and the files that differ from it,
 * relative to the audited root. Null without one, and where git does not know.
 * @param match a glob for the name of the tag; null for any
 */
export function changedSinceTag(
  repository: Repository,
  match: string | null,
): { readonly tag: string; readonly paths: readonly string[] } | null {
  if (repository.git?.head == null) return null;
  const matching = match === null ? [] : ["--match", match];
  const described = askGit(
    repository.root,
    "describe",
    ["--abbrev=0", "--first-parent", ...matching, "HEAD"],
    repository.git,
  );
  const tag = described.ok ? described.stdout.toString().trim() : "";
  if (tag === "") return null;
  const args = ["-r", "-z", "--name-only", "--relative", tag, "HEAD"];
  const differing = askGit(repository.root, "diff-tree", args, repository.git);
  if (!differing.ok) return null;
  return {
    tag,
    paths: differing.stdout
      .toString()
      .split("\0")
      .filter((path) => path !== ""),
  };
}
