import { compareVersions, isUnderDevelopment } from "../../inventory/versions/compare.ts";
import type { Workspace } from "../../repository/packages/workspace.ts";
import type { Repository } from "../../repository/repository.ts";
import { historyOf, tagsOfRepository } from "../released-versions.ts";
import { findAnchors } from "./find-anchors.ts";
import {
  type Anchor,
  mostReleases,
  releasesOfAnchor,
  releasesOfTags,
  withStepsBefore,
} from "./find-past-releases.ts";
import type { PastRelease } from "./past-release.ts";
import { raisedAnchors } from "./raised-versions.ts";
import { type ReleaseTag, releaseTags } from "./release-tags.ts";

/** Two have to agree before anything is learned from them. */
const fewest = 2;

/**
 * The last releases of the main train, newest first: the commits that moved a place which declares current; where no tag
 * names it and the tree was raised to it in a place that nothing declares, those that moved that one; else the release tags.
 * Of trees that are prepared for a next version (`-SNAPSHOT`, `.dev0`) between two releases, only the steps count that start
 * as the next one does.
 */
export function chooseReleases(
  repository: Repository,
  workspace: Workspace,
  current: string,
): readonly PastRelease[] {
  const tags = tagsOfRepository(releaseTags(repository)).toReversed();
  const tagged = tags.find(({ version }) => version === current);
  const ofAnchors =
    lastOfAnchors(findAnchors(repository, workspace, current), repository, current) ??
    (tagged === undefined && historyOf(repository.git).latest !== null
      ? lastOfAnchors(raisedAnchors(repository, current), repository, current)
      : null);
  if (ofAnchors !== null) return ofAnchors;
  const main = tagged ?? tags[0];
  const ofMain = tags.filter(({ prefix }) => prefix === main?.prefix);
  return startingAlike(releasesOfTags(repository, inOrder(ofMain, current), current), current).slice(
    0,
    mostReleases,
  );
}

/** The last releases that moved the first of some anchors which several have moved; null for none. */
function lastOfAnchors(
  anchors: readonly Anchor[],
  repository: Repository,
  current: string,
): readonly PastRelease[] | null {
  for (const anchor of anchors) {
    const releases = startingAlike(releasesOfAnchor(repository, anchor), current);
    if (releases.length >= fewest)
      return releases
        .slice(0, mostReleases)
        .map((release, at) => withStepsBefore(repository, release, releases[at + 1]));
  }
  return null;
}

/**
 * Tags in the order of their versions, so that the releases of two lines that are kept up side by side do not count as
 * steps back and forth; versions above current are of another scheme. As they are where current is not among them.
 */
function inOrder(tags: readonly ReleaseTag[], current: string): readonly ReleaseTag[] {
  const upToCurrent = tags.filter(({ version }) => compareVersions(version, current) <= 0);
  if (upToCurrent.length <= fewest) return tags;
  return upToCurrent.toSorted((a, b) => compareVersions(b.version, a.version));
}

/** Between two releases a tree is prepared for the next one, or goes through prereleases; what lies farther back is of another custom. */
const mostSteps = mostReleases * 3;

function startingAlike(releases: readonly PastRelease[], current: string): readonly PastRelease[] {
  const alike = releases
    .slice(0, mostSteps)
    .filter(({ from }) => isUnreleased(from) === isUnreleased(current));
  return alike.length >= fewest ? alike : releases;
}

/** True for a version that is marked as not yet released. */
function isUnreleased(version: string): boolean {
  return /[A-Za-z]/u.test(version) || isUnderDevelopment(version);
}
