import { oncePer } from "../../repository/collections/once-per.ts";
import { askAbout } from "../../repository/git/git-tree.ts";
import type { Repository } from "../../repository/repository.ts";
import { type TagName, tagName } from "../tag-name.ts";

/** A tag of a release, with the commit that it names. */
export interface ReleaseTag extends TagName {
  readonly commit: string;
}

/** All release tags of the repository, oldest first. Empty without git. */
export function allReleaseTags(repository: Repository): ReleaseTag[] {
  const { git } = repository;
  return git === null || git.tags.length === 0 ? [] : listed(repository, []);
}

/**
 * The release tags that the checked-out commit can see, oldest first; those of the whole repository where it can see
 * none, as in a shallow clone. Empty without git. A tag on a branch that was never merged tells of another line.
 */
export const releaseTags = oncePer((repository: Repository): readonly ReleaseTag[] => {
  const { git } = repository;
  if (git === null || git.head === null || git.tags.length === 0) return [];
  const merged = listed(repository, ["--merged=HEAD"]);
  return merged.length > 0 ? merged : listed(repository, []);
});

function listed(repository: Repository, which: readonly string[]): ReleaseTag[] {
  // The object of an annotated tag is followed by that which it names, see git-for-each-ref(1), "FIELD NAMES".
  const format = "--format=%(refname:strip=2)%09%(objectname)%09%(*objectname)";
  const answer = askAbout(repository, "for-each-ref", ["--sort=creatordate", format, ...which, "refs/tags"]);
  if (!answer.ok) return [];
  return answer.stdout
    .toString()
    .split("\n")
    .flatMap((line) => {
      const [name = "", object = "", named = ""] = line.split("\t");
      const read = tagName(name);
      return read === null ? [] : [{ ...read, commit: named === "" ? object : named }];
    });
}
