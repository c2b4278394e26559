import type { AuditSoFar } from "../findings/audit.ts";
import { currentPlace } from "../findings/current-place.ts";
import type { Result } from "../findings/finding.ts";
import { compareVersions, isOfLine } from "../inventory/versions/compare.ts";
import type { Rule } from "./rule.ts";

/** A chosen target that is below a release of its own line: the same major and minor. */
export const notMonotonic: Rule = {
  id: "not-monotonic",
  summary: "the target is not above every release of its line",
  check: (audit) => {
    const { target, targetChosen } = audit.release;
    const above = releasesAbove(target, audit);
    const newest = above.at(-1);
    if (!targetChosen || newest === undefined) return [];
    return [
      {
        severity: "error",
        message: `the target ${target} is below ${newest}, which is already released`,
        location: currentPlace(audit),
        label: `would go back to ${target}`,
        related: [],
        why: `these releases of the line are above the target: ${above.join(", ")}`,
        help: `choose a version above ${newest}`,
        family: null,
      } satisfies Result,
    ];
  },
};

/** The releases of the target's line above it, lowest first; none when the target itself is already released. */
function releasesAbove(target: string, { evidence }: AuditSoFar): string[] {
  const { released } = evidence.train.history;
  if (released.has(target)) return [];
  return [...released]
    .filter((tag) => isOfLine(tag, target, 2))
    .filter((tag) => compareVersions(tag, target) > 0)
    .sort(compareVersions);
}
