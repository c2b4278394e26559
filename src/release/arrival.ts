import { compareVersions, isRelease, isVersion } from "../inventory/versions/compare.ts";
import { withoutMark } from "../inventory/versions/development-mark.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import type { Repository } from "../repository/repository.ts";
import { editsOf } from "./edits/edits.ts";
import { filesGivenVersion } from "./given-version.ts";
import { isNextOf } from "./next-version.ts";
import type { Rehearsal } from "./rehearsal.ts";

/**
 * The same rehearsal of a script that is told no version, with the one that it works out by itself: what it writes in
 * most of the places where the current version stood, or what was built after it. One that writes the version which it was
 * given, or no later one, is left as it is.
 */
export function withArrival(rehearsal: Rehearsal, current: string, repository: Repository): Rehearsal {
  if (filesGivenVersion(rehearsal).size > 0) return rehearsal;
  const written = editsOf(rehearsal, repository).flatMap(
    ({ before, after }) => writtenFor(current, before, after) ?? finishedFrom(current, before, after) ?? [],
  );
  const [most] = [...groupBy(written, (version) => version)].sort(([, a], [, b]) => b.length - a.length);
  if (most === undefined) return rehearsal;
  const [target] = most;
  return {
    ...rehearsal,
    target,
    trains: rehearsal.trains.map((train, index) =>
      index === 0 ? { ...train, target, next: target } : train,
    ),
  };
}

/** The later version that an edit puts in the place of the current one; null where it does something else. */
function writtenFor(current: string, before: string, after: string): string | null {
  const start = before.indexOf(current);
  if (start === -1) return null;
  const [head, tail] = [before.slice(0, start), before.slice(start + current.length)];
  if (after.length <= head.length + tail.length || !after.startsWith(head) || !after.endsWith(tail))
    return null;
  const version = after.slice(head.length, after.length - tail.length);
  return isVersion(version) && compareVersions(version, current) > 0 ? version : null;
}

/** What an edit makes of the version that is under development after the current one; null where it does something else. */
function finishedFrom(current: string, before: string, after: string): string | null {
  const coming = withoutMark(before);
  // What has a stage before its mark, as `2.31.0-alpha-SNAPSHOT` has, goes with the version that has none.
  const isMarked = coming !== before && isRelease(coming);
  const isComing = isMarked && (coming === withoutMark(current) || isNextOf(coming, current));
  return isComing && isVersion(after) && compareVersions(after, before) > 0 ? after : null;
}
