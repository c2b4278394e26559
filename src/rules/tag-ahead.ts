import type { AuditSoFar } from "../findings/audit.ts";
import { currentPlace } from "../findings/current-place.ts";
import type { Result } from "../findings/finding.ts";
import { compareVersions, isRelease } from "../inventory/versions/compare.ts";
import type { Location } from "../repository/text/location.ts";
import type { Rule } from "./rule.ts";

/** A tree that holds an older version of a train than its newest release tag. */
export const tagAhead: Rule = {
  id: "tag-ahead",
  summary: "the newest release tag is above the version that the tree holds",
  check: (audit) => [
    ...found(
      {
        ...audit.release,
        name: null,
        released: audit.evidence.train.history.released,
        target: audit.release.targetChosen ? null : audit.release.target,
      },
      () => currentPlace(audit),
    ),
    ...audit.trains.slice(1).flatMap((train) => {
      const { current } = train;
      return current === null ? [] : found({ ...train, current }, () => currentPlace(audit, train));
    }),
  ],
};

/** A train as the tags are held against it. */
interface HeldTrain {
  /** Null for the one that the repository is named after. */
  readonly name: string | null;
  readonly current: string;
  /** The version that it would get; null for one that the user chose. */
  readonly target: string | null;
  readonly released: AuditSoFar["evidence"]["train"]["history"]["released"];
}

/**
 * True where what comes next is known to be above the tags: patches are released from a branch of their own, or the tree has
 * put a mark of development behind the newest release.
 */
function isPassed(newest: string, target: string | null): boolean {
  return target !== null && isRelease(newest) && compareVersions(target, newest) > 0;
}

function found({ name, current, target, released }: HeldTrain, place: () => Location): Result[] {
  const ahead = [...released].filter((tag) => compareVersions(tag, current) > 0).sort(compareVersions);
  const newest = ahead.findLast(isRelease) ?? ahead.at(-1);
  if (newest === undefined || isPassed(newest, target)) return [];
  const location = place();
  // Where no file holds the version, the branch is at its newest tag, and a preview of another branch is no contradiction.
  if (location.path === "" && !isRelease(newest)) return [];
  const taken =
    target !== null && released.has(target) ? `, and the next version ${target} is already released` : "";
  return [
    {
      // A prerelease is often cut without a commit that says so.
      severity: isRelease(newest) ? "warning" : "note",
      message: `the tree says ${current}${name === null ? "" : ` for ${name}`}, but the tags reach ${newest}`,
      location,
      label: `${newest} is tagged`,
      related: [],
      why: `${ahead.length === 1 ? "one release tag is" : `${ahead.length} release tags are`} above current${taken}`,
      help:
        name === null
          ? "merge the release back into this branch, or name the target with --to"
          : "merge the release back into this branch",
      family: null,
    },
  ];
}
