import type { AuditSoFar } from "../../../findings/audit.ts";
import { compareVersions, isRelease } from "../../../inventory/versions/compare.ts";

/** What stands before the version in the tag of one package, for example `pebble@1.2.3` and `pebble/v1.2.3`. */
const beforeVersion = ["@", "@v", "/", "/v"] as const;

/**
 * The tag of the newest release at or below current, prereleases left out: what users of the tree's own line have.
 * Null without such a tag.
 */
export function latestReleaseTag({ repository, release, evidence }: AuditSoFar): string | null {
  const newest = [...evidence.train.history.released]
    .filter((version) => isRelease(version) && compareVersions(version, release.current) <= 0)
    .sort(compareVersions)
    .at(-1);
  if (newest === undefined) return null;
  const tags = repository.git?.tags ?? [];
  const ofTheWhole = tags.find((tag) => tag === newest || tag === `v${newest}`);
  const ends = beforeVersion.map((before) => `${before}${newest}`);
  return ofTheWhole ?? tags.find((tag) => ends.some((end) => tag.endsWith(end))) ?? null;
}
