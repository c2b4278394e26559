import { compareVersions } from "../inventory/versions/compare.ts";
import { askAbout } from "../repository/git/git-tree.ts";
import type { Repository } from "../repository/repository.ts";
import type { NamedRelease } from "./past-releases/learned.ts";
import { allReleaseTags, type ReleaseTag } from "./past-releases/release-tags.ts";
import { tagsOfRepository } from "./released-versions.ts";

/** So many of the last releases have to have been raised first and tagged later. */
const agreeing = 2;

/**
 * Whether a version that no tag names is waited for: the tree was raised to it on the day of the release before, or before
 * that was tagged, or the last releases were tagged some commits after the tree had been raised to them. A release that only lacks its
 * tag has no commit between.
 * @param raised the commits that gave the places of the train their versions, newest first
 */
export function isAwaited(current: string, raised: readonly NamedRelease[], repository: Repository): boolean {
  const own = raised.find(({ version }) => version === current);
  if (own === undefined) return false;
  const tags = new Map(
    tagsOfRepository(allReleaseTags(repository))
      .filter(({ version }) => compareVersions(version, current) < 0)
      .map((tag) => [tag.version, tag]),
  );
  const [newest] = [...tags.values()].sort((a, b) => compareVersions(b.version, a.version));
  if (newest === undefined) return false;
  if (isBefore(own.commit, newest.commit, repository)) return true;
  const former = raised.filter(({ version }) => version !== current && tags.has(version));
  const late = former.filter(({ version, commit }) => isTaggedLater(commit, tags.get(version), repository));
  return late.length >= agreeing && late.length * 2 > former.length;
}

/** Whether a commit is another one or in its history, or was made before it on another branch. */
function isBefore(commit: string, other: string, repository: Repository): boolean {
  if (askAbout(repository, "merge-base", ["--is-ancestor", commit, other]).ok) return true;
  const [day, otherDay] = [dayOf(commit, repository), dayOf(other, repository)];
  return day !== null && otherDay !== null && day < otherDay;
}

/** When a commit was made, in seconds since 1970; null where git does not say. */
function dayOf(commit: string, repository: Repository): number | null {
  const answer = askAbout(repository, "log", ["-1", "--format=%ct", commit]);
  return answer.ok ? Number(answer.stdout.toString()) : null;
}

/** Whether something was done between the commit that wrote a version and that of its tag. */
function isTaggedLater(commit: string, tag: ReleaseTag | undefined, repository: Repository): boolean {
  if (tag === undefined) return false;
  const between = ["--count", "--no-merges", `${commit}..${tag.commit}`];
  const [seen, count] = [
    askAbout(repository, "merge-base", ["--is-ancestor", commit, tag.commit]),
    askAbout(repository, "rev-list", between),
  ];
  return seen.ok && count.ok && Number(count.stdout.toString()) > 0;
}
