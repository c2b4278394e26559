import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { placeAt } from "../findings/script-place.ts";
import type { GuardedRelease } from "../release/probes/version-guards.ts";
import { counted } from "../repository/text/counted.ts";
import type { Rule } from "./rule.ts";
import { unreadSiblings } from "./shared/guards/guard-reads.ts";

/** A place that a check of versions leaves out while it reads those beside it. It does not depend on how the check ends. */
export const guardGap: Rule = {
  id: "guard-gap",
  summary: "the repository's own check of versions leaves out a place whose siblings it reads",
  check: (audit) =>
    audit.probes.guarded
      .filter(({ path }, index, all) => all.findIndex((one) => one.path === path) === index)
      .flatMap((guarded) => gaps(guarded, audit)),
};

function gaps(guarded: GuardedRelease, audit: AuditSoFar): Result[] {
  return unreadSiblings(guarded, audit).flatMap(({ place, read, origin }): Result[] => {
    const location = placeAt(origin, audit);
    if (location === null) return [];
    return [
      {
        severity: "warning",
        message: `${guarded.path} does not read ${place.path}, which holds the version as well`,
        location,
        label: `${counted(read, "file")} beside it are read, the last one here`,
        related: [{ ...audit.repository.locate(place.path, place.span), message: "this one is left out" }],
        why: "a release that misses it would pass the check",
        help: "let the check read it, too",
        family: null,
      },
    ];
  });
}
