import { compareVersions } from "../../inventory/versions/compare.ts";
import type { Repository } from "../../repository/repository.ts";

/**
 * The highest version of the tags of one form, for a tool that keeps the current version nowhere else; null for none.
 * @param tag the form, with `{version}` where the version stands
 */
export function latestTagged(repository: Pick<Repository, "git">, tag: string): string | null {
  return taggedVersions(repository, tag).reduce<string | null>(
    (best, version) => (best === null || compareVersions(best, version) < 0 ? version : best),
    null,
  );
}

/**
 * The versions of the tags of one form, as they are written and in the order of the tags.
 * @param tag the form, with `{version}` where the version stands
 */
export function taggedVersions({ git }: Pick<Repository, "git">, tag: string): string[] {
  const [start = "", end = ""] = tag.split("{version}");
  return (git?.tags ?? [])
    .filter((name) => name.startsWith(start) && name.endsWith(end) && name.length > start.length + end.length)
    .map((name) => name.slice(start.length, name.length - end.length))
    .filter((version) => /^\d/.test(version));
}
