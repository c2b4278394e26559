import { aheadOfRelease } from "./ahead-of-release.ts";
import { alreadyStale } from "./already-stale.ts";
import { notRehearsed } from "./not-rehearsed.ts";
import { nothingAudited } from "./nothing-audited.ts";
import type { Rule } from "./rule.ts";
import { staleAfterBump } from "./stale-after-bump.ts";

/** Every rule, in the order in which findings of equal severity are shown. */
export const rules: readonly Rule[] = [
  nothingAudited,
  notRehearsed,
  staleAfterBump,
  alreadyStale,
  aheadOfRelease,
];
