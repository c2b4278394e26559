import { auditOpened } from "../../audit.ts";
import { configFileName, loadConfig } from "../../config/load-config.ts";
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
import { type ReleaseProgram, releasePrograms } from "./release-programs.ts";
import { type Trial, tryReleases } from "./try-releases.ts";
import { judgesAlike, understoodAlone } from "./understood.ts";

/** A configuration that is ready to be written, with the audit that it gives. */
export interface Proposed {
  readonly proposal: Proposal;
  readonly text: string;
  /** Null when no script was found that writes the version, so that nothing can be audited yet. */
  readonly audit: Audit | null;
}

const nothing: Proposal = {
  preset: null,
  understood: [],
  release: null,
  rejected: [],
  programs: [],
  product: {},
  generators: [],
  couples: [],
  isTentative: false,
};
/** What a package script is called that is the release, and not a part or a kind of it. */
const plainly = /^(?:release|version|bump|cut)$/;
/** Says nothing about a release that could be rehearsed, for as long as none is known. */
const emptyConfig = '[[release]]\nname = "none"\ncommand = "none"\n';

/**
 * Proposes a configuration that says what is understood with nothing configured, so that an audit judges as before; where that
 * is nothing, it rehearses whatever looks like a release script. Nothing is written. Throws an AuditError when nothing
 * says at which version the repository is.
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
  const auditWith = (proposal: Proposal, repository: Repository): Promise<FoundAudit> =>
    auditOpened(openView(repository, options, configText(proposal)), { onProgress }, rehearser);
  const proposed = (proposal: Proposal, audit: FoundAudit): Proposed => ({
    proposal,
    text: configText(proposal),
    audit: summarised(audit),
  });
  onProgress("discovering files");
  const repository = discover(options.root, options);
  const preset = recognisePreset(repository)?.name ?? null;
  if (preset !== null) {
    const proposal = { ...nothing, preset };
    return proposed(proposal, await auditWith(proposal, repository));
  }
  const programs = releasePrograms(repository);
  const understood = await understoodAlone(openView(repository, options, null), rehearser, onProgress);
  if (understood !== null) {
    const { audit, releases } = understood;
    const proposal = {
      ...withNames({ ...nothing, understood: releases }, audit),
      programs: releases.some(({ mechanism }) => mechanism === "tool") ? [] : plain(programs),
    };
    const named = await auditWith(proposal, repository);
    if (judgesAlike(audit, named, configFileName)) return proposed(proposal, named);
    const tentative = { ...proposal, isTentative: true };
    return proposed(tentative, await auditWith(tentative, repository));
  }
  onProgress("rehearsing what looks like a release script");
  const trials = await trialsOf(repository, rehearser);
  const release = trials.find(({ written }) => written > 0) ?? null;
  const draft = { ...nothing, release, rejected: trials.filter(({ written }) => written === 0) };
  if (release === null) {
    const proposal = { ...draft, programs };
    return { proposal, text: configText(proposal), audit: null };
  }
  const proposal = { ...withNames(draft, await auditWith(draft, repository)), programs: plain(programs) };
  return proposed(proposal, await auditWith(proposal, repository));
}

/** With what an audit shows of the names, the generators and the couples of a repository. */
function withNames(proposal: Proposal, audit: FoundAudit): Proposal {
  return {
    ...proposal,
    product: proposedProduct(audit),
    generators: proposedGenerators(audit.rehearsals, audit.repository),
    couples: proposedCouples(audit),
  };
}

function plain(programs: readonly ReleaseProgram[]): ReleaseProgram[] {
  return programs.filter(({ name }) => plainly.test(name));
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
