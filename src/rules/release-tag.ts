import { historyOf } from "../judge/history.ts";
import { compareVersions, isRelease } from "../version/version.ts";
import type { AuditSoFar } from "./audit.ts";

/**
 * The tag of the newest release at or below current, prereleases left out: what users of the tree's own line have.
 * Null without such a tag.
 */
export function latestReleaseTag({ repository, release }: AuditSoFar): string | null {
  const newest = [...historyOf(repository.git).released]
    .filter((version) => isRelease(version) && compareVersions(version, release.current) <= 0)
    .sort(compareVersions)
    .at(-1);
  if (newest === undefined) return null;
  const ends = [newest, `v${newest}`, `@${newest}`, `/v${newest}`];
  const tags = (repository.git?.tags ?? []).filter((tag) => ends.some((end) => tag.endsWith(end)));
  return tags.find((tag) => tag === newest || tag === `v${newest}`) ?? tags[0] ?? null;
}
