import { currentPlace } from "../findings/current-place.ts";
import type { Result } from "../findings/finding.ts";
import { compareVersions, isRelease } from "../inventory/versions/compare.ts";
import type { Rule } from "./rule.ts";

/** A tree that holds an older version than the newest release tag. */
export const tagAhead: Rule = {
  id: "tag-ahead",
  summary: "the newest release tag is above the version that the tree holds",
  check: (audit) => {
    const { current, target, targetChosen } = audit.release;
    const { released } = audit.evidence.train.history;
    const ahead = [...released].filter((tag) => compareVersions(tag, current) > 0).sort(compareVersions);
    const newest = ahead.findLast(isRelease) ?? ahead.at(-1);
    if (newest === undefined) return [];
    const taken =
      !targetChosen && released.has(target) ? `, and the next version ${target} is already released` : "";
    return [
      {
        // A prerelease is often cut without a commit that says so.
        severity: isRelease(newest) ? "warning" : "note",
        message: `the tree says ${current}, but the tags reach ${newest}`,
        location: currentPlace(audit),
        label: `${newest} is tagged`,
        related: [],
        why: `${ahead.length === 1 ? "one release tag is" : `${ahead.length} release tags are`} above current${taken}`,
        help: "merge the release back into this branch, or name the target with --to",
        family: null,
      } satisfies Result,
    ];
  },
};
