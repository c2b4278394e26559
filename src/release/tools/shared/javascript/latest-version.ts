import semver from "semver";
import type { Repository } from "../../../../repository/repository.ts";

/** The highest version among tags that are a version and no more, with or without a `v`; null without one. */
export function latestTagVersion(repository: Repository): string | null {
  const versions = (repository.git?.tags ?? []).flatMap((tag) => {
    const plain = tag.replace(/^v/u, "");
    return semver.valid(plain) === null ? [] : [plain];
  });
  return versions.sort(semver.rcompare)[0] ?? null;
}
