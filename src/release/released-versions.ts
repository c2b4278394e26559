import { compareVersions, isRelease, isVersion } from "../inventory/versions/compare.ts";
import type { GitFacts } from "../repository/repository.ts";

/** The released versions of the repository, as far as local tags tell. */
export interface History {
  /** Every version that a release tag names, in no particular order. */
  readonly released: ReadonlySet<string>;
  /** The newest release that is not a prerelease, else the newest prerelease; null without release tags. */
  readonly latest: string | null;
}

/** `1.2.3` and `v1.2.3` belong to the whole repository. */
const plainTag = /^v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/u;

/** `name@1.2.3` and `name/v1.2.3` belong to one package, and count where no tag belongs to the whole. */
const namedTag = /[@/]v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/u;

/** Reads the release tags; without git the history is empty. */
export function historyOf(git: GitFacts | null): History {
  const tags = git === null ? [] : git.tags;
  const plain = versionsIn(tags, plainTag);
  const released = plain.size > 0 ? plain : versionsIn(tags, namedTag);
  const sorted = [...released].sort((a, b) => compareVersions(b, a));
  const stable = sorted.find(isRelease);
  return { released, latest: stable ?? sorted[0] ?? null };
}

function versionsIn(tags: readonly string[], pattern: RegExp): Set<string> {
  const versions = tags.map((tag) => pattern.exec(tag)?.[1] ?? "");
  return new Set(versions.filter((version) => isVersion(version) && !/^0\d/.test(version)));
}
