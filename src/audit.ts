import type { Audit, FoundAudit } from "./findings/audit.ts";
import { auditSoFar } from "./findings/audit-so-far.ts";
import { summarised } from "./findings/summary.ts";
import { ecosystems } from "./inventory/ecosystems.ts";
import { takeInventory } from "./inventory/inventory.ts";
import { type OpenRepository, openRepository, type RepositoryOptions } from "./open-repository.ts";
import { arrivedBump, presumeBump, settleBump } from "./release/bump.ts";
import { presumeCurrent } from "./release/current.ts";
import { attemptNotes, nothingKnown } from "./release/find/attempt-notes.ts";
import { leftOutReleases } from "./release/left-out-releases.ts";
import { withContinuations } from "./release/probes/with-continuations.ts";
import { withThreads } from "./release/thread/audit-threads.ts";
import { inPlace, type Rehearser } from "./release/thread/rehearser.ts";
import { runRules } from "./rules/run-rules.ts";
import { presetNotes } from "./rules/shared/couples/preset-notes.ts";
import { claimedNotes } from "./rules/shared/generators/claimed-notes.ts";
import { missingHistoryNotes } from "./rules/shared/missing-history.ts";
import { unfollowedNotes } from "./rules/shared/rewrites/unfollowed-notes.ts";

/** What an audit is asked to do. */
export interface AuditOptions extends RepositoryOptions {
  /** The version that the release would give; by default the next patch or the next prerelease. */
  readonly target?: string;
  /** Called as the audit goes on. */
  readonly onProgress?: (stage: string) => void;
}

/** Finds every version string, rehearses the release, and says what the release would leave wrong. */
export async function audit(options: AuditOptions): Promise<Audit> {
  return summarised(await auditDisk(options));
}

/** The same without the counts, for whoever reports a part of what it finds. */
export async function auditDisk(options: AuditOptions): Promise<FoundAudit> {
  return withThreads(async ({ rehearser, ahead }) => {
    options.onProgress?.("discovering files");
    return auditOpened(openRepository(options, ahead), options, rehearser);
  });
}

/** The same for a repository that is already open. */
export async function auditOpened(
  opened: OpenRepository,
  { target, onProgress = () => {} }: Pick<AuditOptions, "target" | "onProgress">,
  rehearser: Rehearser = inPlace,
): Promise<FoundAudit> {
  const { repository, config, workspace } = opened;

  const presumed = presumeBump(presumeCurrent(opened));
  const rehearsing = rehearser.rehearse(presumed, opened);

  onProgress(`scanning ${repository.paths.length} files`);
  const inventory = takeInventory(repository, workspace, ecosystems);
  const asked = settleBump(presumed, new Set(inventory.occurrences.map(({ version }) => version)));

  onProgress("rehearsing the release");
  const rehearsed = await rehearsing;
  const { first, probes, attempts } =
    asked === presumed ? rehearsed : await rehearser.rehearse(asked, opened);
  if (first.length === 0) throw nothingKnown(repository);
  const rehearsals = withContinuations(first, probes);
  const bump = arrivedBump(asked, rehearsals);

  onProgress("judging");
  const followed = attempts.find(({ rehearsal }) => rehearsal !== null && rehearsal === first[0])?.release;
  const soFar = auditSoFar(opened, { inventory, rehearsals, probes, bump, followed }, target);
  return {
    ...soFar,
    notes: [
      ...soFar.notes,
      ...missingHistoryNotes(repository, rehearsals),
      ...leftOutReleases(config, opened.engine),
      ...attemptNotes(attempts),
      ...unfollowedNotes(soFar),
      ...claimedNotes(soFar),
      ...presetNotes(soFar),
    ],
    findings: runRules(soFar),
  };
}
