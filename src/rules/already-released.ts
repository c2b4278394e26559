import { currentPlace } from "../findings/current-place.ts";
import type { Result } from "../findings/finding.ts";
import type { Rule } from "./rule.ts";

/** A target that a tag already names. Where nobody chose the target, `tag-ahead` says so instead. */
export const alreadyReleased: Rule = {
  id: "already-released",
  summary: "the target is already released",
  check: (audit) => {
    const { target, targetChosen } = audit.release;
    const { released } = audit.evidence.train.history;
    if (!targetChosen || !released.has(target)) return [];
    return [
      {
        severity: "error",
        message: `${target} is already released`,
        location: currentPlace(audit),
        label: `the release would give ${target} a second time`,
        related: [],
        why: `a release tag of the local repository names ${target}`,
        help: "choose a version that no tag names",
        family: null,
      } satisfies Result,
    ];
  },
};
