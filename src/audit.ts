import { loadConfig } from "./config/load-config.ts";
import { discover } from "./discover/discover.ts";
import { presumeCurrent } from "./judge/current.ts";
import { judgeInventory } from "./judge/judge-inventory.ts";
import { ecosystems } from "./occurrences/ecosystems.ts";
import { takeInventory } from "./occurrences/inventory.ts";
import { documentCache } from "./parse/document-cache.ts";
import { rehearseAll } from "./rehearse/rehearse-all.ts";
import type { Audit } from "./rules/audit.ts";
import { runRules } from "./rules/run-rules.ts";
import { summarise } from "./rules/summary.ts";
import { nextTarget, sentinelFor } from "./version/target.ts";
import { readWorkspace } from "./workspace/read-workspace.ts";

/** What an audit is asked to do. */
export interface AuditOptions {
  /** The folder to audit; a relative path is resolved against the working directory. */
  readonly root: string;
  /** A configuration file other than `version-audit.toml` in the root. */
  readonly config?: string;
  /** The native engine runs the repository's own command in a throw-away copy; the default is the sandbox. */
  readonly engine?: "sandbox" | "command";
  /** The version that the release would give; by default the next patch or the next prerelease. */
  readonly target?: string;
  /** The environment for git, for the native engine and for finding the cargo home; by default a minimal one. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Called as the audit goes on. */
  readonly onProgress?: (stage: string) => void;
}

/** Finds every version string, rehearses the release, and says what the release would leave wrong. */
export async function audit(options: AuditOptions): Promise<Audit> {
  const { engine = "sandbox", environment = {}, onProgress = () => {} } = options;
  onProgress("discovering files");
  const repository = discover(options.root, { environment });
  const config = loadConfig(repository, options.config === undefined ? {} : { file: options.config });
  const documentOf = documentCache(repository);
  const workspace = readWorkspace(repository, documentOf);

  onProgress(`scanning ${repository.paths.length} files`);
  const inventory = takeInventory(repository, workspace, ecosystems);
  const presumed = presumeCurrent(config, workspace, documentOf);
  const versions = new Set(inventory.occurrences.map(({ version }) => version));
  const sentinel = sentinelFor(presumed, (candidate) => versions.has(candidate));

  onProgress("rehearsing the release");
  const rehearsals = await rehearseAll(sentinel, { config, repository, workspace, engine, environment });

  onProgress("judging");
  const trial = { config, repository, workspace, inventory, rehearsals, sentinel, presumed };
  const { bench, edits, occurrences } = judgeInventory(trial);
  const { current, history } = bench.train;
  const release = {
    current,
    target: options.target ?? nextTarget(current),
    targetChosen: options.target !== undefined,
    sentinel,
    latestTag: history.latest,
    entry: rehearsals[0]?.entry ?? "",
    engine,
  };
  const notes = [...repository.notes, ...inventory.notes];
  const cargoHome = environment["CARGO_HOME"] ?? null;
  const soFar = {
    config,
    repository,
    workspace,
    release,
    rehearsals,
    edits,
    occurrences,
    bench,
    notes,
    cargoHome,
  };
  const findings = runRules(soFar);
  return { ...soFar, findings, summary: summarise(soFar, findings) };
}
