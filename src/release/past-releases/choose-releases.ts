import type { Workspace } from "../../repository/packages/workspace.ts";
import type { Repository } from "../../repository/repository.ts";
import { findAnchors } from "./find-anchors.ts";
import { mostReleases, releasesOfAnchor, releasesOfTags } from "./find-past-releases.ts";
import type { PastRelease } from "./past-release.ts";
import { releaseTags } from "./release-tags.ts";

/** Two have to agree before anything is learned from them. */
const fewest = 2;

/**
 * The last releases of the main train, newest first: the commits that moved a place which declares current, else the
 * release tags. Of trees that are prepared for a next version (`-SNAPSHOT`, `.dev0`) between two releases, only the
 * steps count that start as the next one does.
 */
export function chooseReleases(
  repository: Repository,
  workspace: Workspace,
  current: string,
): readonly PastRelease[] {
  for (const anchor of findAnchors(repository, workspace, current)) {
    const releases = startingAlike(releasesOfAnchor(repository, anchor), current);
    if (releases.length >= fewest) return releases.slice(0, mostReleases);
  }
  const tags = releaseTags(repository);
  const prefix = tags.find(({ prefix }) => prefix === "")?.prefix ?? tags[0]?.prefix;
  const ofMain = tags.filter((tag) => tag.prefix === prefix);
  return startingAlike(releasesOfTags(repository, ofMain), current).slice(0, mostReleases);
}

function startingAlike(releases: readonly PastRelease[], current: string): readonly PastRelease[] {
  const alike = releases.filter(({ from }) => isUnreleased(from) === isUnreleased(current));
  return alike.length >= fewest ? alike : releases;
}

/** True for a version that is marked as not yet released. */
function isUnreleased(version: string): boolean {
  return /[A-Za-z]/u.test(version);
}
