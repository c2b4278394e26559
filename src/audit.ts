import { join } from "node:path";
import { withThreads } from "./audit-threads.ts";
import { presetGaps } from "./couples/preset-gaps.ts";
import { presumeCurrent } from "./judge/current.ts";
import { judgeInventory } from "./judge/judge-inventory.ts";
import { ecosystems } from "./occurrences/ecosystems.ts";
import { takeInventory } from "./occurrences/inventory.ts";
import { type OpenRepository, openRepository, type RepositoryOptions } from "./open-repository.ts";
import { inPlace, type Rehearser } from "./probe/aside.ts";
import { furthestRehearsals } from "./probe/furthest-rehearsals.ts";
import type { Audit } from "./rules/audit.ts";
import { deadPresetPaths } from "./rules/dead-path.ts";
import { runRules } from "./rules/run-rules.ts";
import { summarise } from "./rules/summary.ts";
import { nextTarget, sentinelFor } from "./version/target.ts";

/** What an audit is asked to do. */
export interface AuditOptions extends RepositoryOptions {
  /** The version that the release would give; by default the next patch or the next prerelease. */
  readonly target?: string;
  /** Called as the audit goes on. */
  readonly onProgress?: (stage: string) => void;
}

/** Finds every version string, rehearses the release, and says what the release would leave wrong. */
export async function audit(options: AuditOptions): Promise<Audit> {
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
): Promise<Audit> {
  const { repository, config, workspace, engine, environment } = opened;

  const presumed = presumeCurrent(config, workspace, opened.documentOf, repository.git);
  const likely = sentinelFor(presumed, () => false);
  const rehearsing = rehearser.rehearse(likely, opened);

  onProgress(`scanning ${repository.paths.length} files`);
  const inventory = takeInventory(repository, workspace, ecosystems);
  const versions = new Set(inventory.occurrences.map(({ version }) => version));
  const sentinel = sentinelFor(presumed, (candidate) => versions.has(candidate));

  onProgress("rehearsing the release");
  const rehearsed = await rehearsing;
  const { first, probes } = sentinel === likely ? rehearsed : await rehearser.rehearse(sentinel, opened);
  const rehearsals = furthestRehearsals(first, probes);

  onProgress("judging");
  const trial = { config, repository, workspace, inventory, rehearsals, sentinel, presumed };
  const { bench, edits, occurrences } = judgeInventory(trial);
  const { current, history } = bench.train;
  const release = {
    current,
    target: target ?? nextTarget(current),
    targetChosen: target !== undefined,
    sentinel,
    latestTag: history.latest,
    entry: rehearsals[0]?.entry ?? "",
    engine,
  };
  const notes = [...config.notes, ...repository.notes, ...inventory.notes];
  const cargoHome = cargoHomeOf(environment);
  const soFar = {
    config,
    repository,
    workspace,
    release,
    rehearsals,
    probes,
    edits,
    occurrences,
    bench,
    notes,
    cargoHome,
  };
  const told = { ...soFar, notes: [...notes, ...presetGaps(soFar), ...deadPresetPaths(soFar)] };
  const findings = runRules(told);
  return { ...told, findings, summary: summarise(told, findings) };
}

/** Where cargo keeps the sources of crates, as cargo itself looks for it. */
function cargoHomeOf({ CARGO_HOME, HOME }: RepositoryOptions["environment"] & object): string | null {
  return CARGO_HOME ?? (HOME === undefined ? null : join(HOME, ".cargo"));
}
