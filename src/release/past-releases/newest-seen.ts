import { compareVersions, isRelease } from "../../inventory/versions/compare.ts";
import { oncePer } from "../../repository/collections/once-per.ts";
import type { Repository } from "../../repository/repository.ts";
import { tagsOfRepository } from "../released-versions.ts";
import { releaseTags } from "./release-tags.ts";

/**
 * The newest release that the checked-out commit can see, which its documents may name; null without one. A branch that
 * is on the way to 1.9.0 does not see 1.8.11, when that was cut from a branch for 1.8.
 */
export const newestSeen = oncePer((repository: Repository): string | null => {
  const versions = tagsOfRepository(releaseTags(repository)).map(({ version }) => version);
  const [newest] = versions.filter(isRelease).sort((a, b) => compareVersions(b, a));
  return newest ?? null;
});
