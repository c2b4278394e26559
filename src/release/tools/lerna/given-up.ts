import type { Repository } from "../../../repository/repository.ts";
import { isNextOf } from "../../next-version.ts";
import { taggedVersions } from "../latest-tag.ts";
import type { LernaSettings } from "./settings.ts";

/**
 * True where lerna no longer makes the releases and only runs scripts: nothing calls `lerna version`, which tags every
 * package, no package is at a version that is tagged, and one has gone on by more than a major since.
 */
export function isGivenUp(
  { version, call, packages, tagSeparator }: LernaSettings,
  repository: Repository,
): boolean {
  if (version !== null || call !== null) return false;
  const tagged = packages.map(({ name, version: own }) => ({
    own,
    tags: taggedVersions(repository, `${name}${tagSeparator}{version}`),
  }));
  if (tagged.some(({ own, tags }) => own !== null && tags.includes(own))) return false;
  return tagged.some(
    ({ own, tags }) => own !== null && tags.length > 0 && !tags.some((tag) => isNextOf(own, tag)),
  );
}
