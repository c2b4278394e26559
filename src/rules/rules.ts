import { aheadOfRelease } from "./ahead-of-release.ts";
import { alreadyReleased } from "./already-released.ts";
import { alreadyStale } from "./already-stale.ts";
import { clobberedEdit } from "./clobbered-edit.ts";
import { collateralChange } from "./collateral-change.ts";
import { coupleMismatch } from "./couple-mismatch.ts";
import { deadPath } from "./dead-path.ts";
import { deadPattern } from "./dead-pattern.ts";
import { exampleSpec } from "./example-spec.ts";
import { generatedBehind } from "./generated-behind.ts";
import { generatorMissing } from "./generator-missing.ts";
import { generatorOrder } from "./generator-order.ts";
import { guardFails } from "./guard-fails.ts";
import { guardGap } from "./guard-gap.ts";
import { ignoreWithoutEffect } from "./ignore-without-effect.ts";
import { ignoreWithoutReason } from "./ignore-without-reason.ts";
import { inertEntry } from "./inert-entry.ts";
import { listDrift } from "./list-drift.ts";
import { lockfileBehind } from "./lockfile-behind.ts";
import { missingResolution } from "./missing-resolution.ts";
import { newSibling } from "./new-sibling.ts";
import { notIdempotent } from "./not-idempotent.ts";
import { notMonotonic } from "./not-monotonic.ts";
import { notRehearsed } from "./not-rehearsed.ts";
import { nothingAudited } from "./nothing-audited.ts";
import { overReach } from "./over-reach.ts";
import type { Rule } from "./rule.ts";
import { schemaBehind } from "./schema-behind.ts";
import { schemaGap } from "./schema-gap.ts";
import { schemaModified } from "./schema-modified.ts";
import { sqliteMismatch } from "./sqlite-mismatch.ts";
import { staleAfterBump } from "./stale-after-bump.ts";
import { tagAhead } from "./tag-ahead.ts";
import { toolchainMismatch } from "./toolchain-mismatch.ts";
import { uncalledBump } from "./uncalled-bump.ts";
import { wrongValue } from "./wrong-value.ts";

/** Every rule, in the order in which findings of equal severity are shown. */
export const rules: readonly Rule[] = [
  nothingAudited,
  notRehearsed,
  staleAfterBump,
  overReach,
  wrongValue,
  deadPattern,
  clobberedEdit,
  uncalledBump,
  notIdempotent,
  guardFails,
  guardGap,
  coupleMismatch,
  sqliteMismatch,
  schemaBehind,
  schemaGap,
  schemaModified,
  listDrift,
  alreadyReleased,
  notMonotonic,
  tagAhead,
  alreadyStale,
  aheadOfRelease,
  newSibling,
  lockfileBehind,
  generatedBehind,
  generatorOrder,
  generatorMissing,
  exampleSpec,
  missingResolution,
  toolchainMismatch,
  collateralChange,
  deadPath,
  inertEntry,
  ignoreWithoutReason,
  ignoreWithoutEffect,
];
