import { presumeCurrent } from "./judge/current.ts";
import { judgeInventory } from "./judge/judge-inventory.ts";
import { ecosystems } from "./occurrences/ecosystems.ts";
import { takeInventory } from "./occurrences/inventory.ts";
import { type OpenRepository, openRepository, type RepositoryOptions } from "./open-repository.ts";
import { furthestRehearsals, probe } from "./probe/probes.ts";
import { rehearseAll } from "./rehearse/rehearse-all.ts";
import type { Audit } from "./rules/audit.ts";
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
  options.onProgress?.("discovering files");
  return auditOpened(openRepository(options), options);
}

/** The same for a repository that is already open. */
export async function auditOpened(
  opened: OpenRepository,
  { target, onProgress = () => {} }: Pick<AuditOptions, "target" | "onProgress">,
): Promise<Audit> {
  const { repository, config, workspace, engine, environment } = opened;

  onProgress(`scanning ${repository.paths.length} files`);
  const inventory = takeInventory(repository, workspace, ecosystems);
  const presumed = presumeCurrent(config, workspace, opened.documentOf);
  const versions = new Set(inventory.occurrences.map(({ version }) => version));
  const sentinel = sentinelFor(presumed, (candidate) => versions.has(candidate));

  onProgress("rehearsing the release");
  const first = await rehearseAll(sentinel, opened);
  const probes = await probe(first, sentinel, opened);
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
  const cargoHome = environment["CARGO_HOME"] ?? null;
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
  const findings = runRules(soFar);
  return { ...soFar, findings, summary: summarise(soFar, findings) };
}
