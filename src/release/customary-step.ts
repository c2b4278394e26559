import { isRelease } from "../inventory/versions/compare.ts";
import type { Repository } from "../repository/repository.ts";
import { isNextOf } from "./next-version.ts";
import type { NamedRelease } from "./past-releases/learned.ts";
import { releaseTags } from "./past-releases/release-tags.ts";
import type { History } from "./released-versions.ts";

/** The first preview of a minor: `1.98.0rc1`, `2.4.0-beta.1`. */
const firstOfMinor = /^\d{1,9}\.\d{1,9}\.0([-.]?[A-Za-z]{1,10}[-.]?[01])$/u;
/** So many of the last releases are asked, and at least so many have to be known. */
const asked = 3;
const fewest = 2;

/**
 * The first preview of the next minor, where each of the last steps from a release led to such a one: `1.99.0rc1` after
 * 1.98.0. Null where they did not.
 * @param releases those that started as the next one does, newest first
 */
export function customaryPreview(current: string, releases: readonly NamedRelease[]): string | null {
  const [, major, minor] = /^(\d{1,9})\.(\d{1,9})\.\d{1,9}$/u.exec(current) ?? [];
  const last = releases.slice(0, asked);
  const marks = new Set(last.map(({ version }) => firstOfMinor.exec(version)?.[1]));
  const [mark] = marks;
  if (minor === undefined || last.length < fewest || marks.size !== 1 || mark === undefined) return null;
  return `${major}.${Number(minor) + 1}.0${mark}`;
}

/** What is built on a day on the way to a release: `1.13.0-dev-20260712`, `2.0.0-nightly.20260101`. */
const ofDay = /^(\d{1,9}\.\d{1,9}\.\d{1,9})-(?:dev|nightly|snapshot)[-.]\d{8,14}$/iu;

/** The release that a build of a day leads to; null for any other version. */
export function releaseOfDay(version: string): string | null {
  return ofDay.exec(version)?.[1] ?? null;
}

/** The release to which the newest tags of days lead that the tree sees, after all that there are; null without such tags. */
export function releaseOfDays({ latest, released }: History, repository: Repository): string | null {
  if (latest === null || !isRelease(latest)) return null;
  const coming = releaseTags(repository).flatMap(({ version }) => releaseOfDay(version) ?? []);
  const newest = coming.at(-1);
  // One alone may be a trial, or built beside the line that is released.
  const builds = coming.filter((version) => version === newest).length;
  if (newest === undefined || builds < fewest) return null;
  return isNextOf(newest, latest) && !released.has(newest) ? newest : null;
}
