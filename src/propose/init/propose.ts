import { auditOpened } from "../../audit.ts";
import { loadConfig } from "../../config/load-config.ts";
import { recognisePreset } from "../../config/presets.ts";
import type { Audit, FoundAudit } from "../../findings/audit.ts";
import { summarised } from "../../findings/summary.ts";
import { openView, type RepositoryOptions } from "../../open-repository.ts";
import { presumeBump } from "../../release/bump.ts";
import { presumeCurrent } from "../../release/current.ts";
import { withRehearser } from "../../release/thread/audit-threads.ts";
import type { Rehearser } from "../../release/thread/rehearser.ts";
import { documentCache } from "../../repository/documents/document-cache.ts";
import { discover } from "../../repository/files/discover.ts";
import { readWorkspace } from "../../repository/packages/read-workspace.ts";
import type { Repository } from "../../repository/repository.ts";
import { configText, type Proposal } from "./config-text.ts";
import { proposedCouples } from "./proposed-couples.ts";
import { proposedGenerators } from "./proposed-generators.ts";
import { proposedProduct } from "./proposed-product.ts";
import { releaseCandidates } from "./release-candidates.ts";
import { releasePrograms } from "./release-programs.ts";
import { type Trial, tryReleases } from "./try-releases.ts";

/** A configuration that is ready to be written, with the audit that it gives. */
export interface Proposed {
  readonly proposal: Proposal;
  readonly text: string;
  /** Null when no script was found that writes the version, so that nothing can be audited yet. */
  readonly audit: Audit | null;
}

const nothing = {
  preset: null,
  release: null,
  rejected: [],
  programs: [],
  product: {},
  generators: [],
  couples: [],
};
/** What a package script is called that is the release, and not a part or a kind of it. */
const plainly = /^(?:release|version|bump|cut)$/;
/** Says nothing about a release that could be rehearsed, for as long as none is known. */
const emptyConfig = '[[release]]\nname = "none"\ncommand = "none"\n';

/**
 * Finds out how the repository is released by rehearsing whatever looks like its release script, and proposes a
 * configuration. Nothing is written. Throws an AuditError when nothing says at which version the repository is.
 */
export async function propose(
  options: RepositoryOptions,
  onProgress: (stage: string) => void,
): Promise<Proposed> {
  return withRehearser((rehearser) => proposeBeside(rehearser, options, onProgress));
}

async function proposeBeside(
  rehearser: Rehearser,
  options: RepositoryOptions,
  onProgress: (stage: string) => void,
): Promise<Proposed> {
  const auditWith = (text: string, repository: Repository): Promise<FoundAudit> =>
    auditOpened(openView(repository, options, text), { onProgress }, rehearser);
  const finished = async (proposal: Proposal, repository: Repository): Promise<Proposed> => {
    const text = configText(proposal);
    return { proposal, text, audit: summarised(await auditWith(text, repository)) };
  };
  onProgress("discovering files");
  const repository = discover(options.root, options);
  const preset = recognisePreset(repository)?.name ?? null;
  if (preset !== null) return finished({ ...nothing, preset }, repository);
  onProgress("rehearsing what looks like a release script");
  const trials = await trialsOf(repository, rehearser);
  const release = trials.find(({ written }) => written > 0) ?? null;
  const draft = { ...nothing, release, rejected: trials.filter(({ written }) => written === 0) };
  const programs = releasePrograms(repository);
  if (release === null) {
    const proposal = { ...draft, programs };
    return { proposal, text: configText(proposal), audit: null };
  }
  const audit = await auditWith(configText(draft), repository);
  const proposal = {
    ...draft,
    programs: programs.filter(({ name }) => plainly.test(name)),
    product: proposedProduct(audit),
    generators: proposedGenerators(audit.rehearsals, repository),
    couples: proposedCouples(audit),
  };
  return finished(proposal, repository);
}

async function trialsOf(repository: Repository, rehearser: Rehearser): Promise<Trial[]> {
  const documentOf = documentCache(repository);
  const workspace = readWorkspace(repository, documentOf);
  const config = loadConfig(repository, { text: emptyConfig });
  const bump = presumeBump(presumeCurrent({ config, workspace, repository, documentOf }));
  return tryReleases(releaseCandidates(repository), async (value) => {
    const releases = [{ value, source: { from: "recognised", why: "tried" } as const }];
    const stage = { repository, workspace, engine: "sandbox", environment: {} } as const;
    const [rehearsal] = await rehearser.rehearseOnly(bump, { ...stage, config: { ...config, releases } });
    if (rehearsal === undefined) throw new TypeError("a release was not rehearsed");
    return rehearsal;
  });
}
