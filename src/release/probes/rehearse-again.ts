import type { Bump } from "../bump.ts";
import type { Attempt } from "../find/choose-release.ts";
import type { Rehearsal } from "../rehearsal.ts";
import { rehearseAll } from "../rehearse-all.ts";
import type { Stage } from "../way-to-release.ts";
import { noProbes, type Probes, probe } from "./further-rehearsals.ts";

/** Every rehearsal of one audit. Plain data: `probes` and `attempts` refer to the rehearsals of `first` by identity. */
export interface Rehearsed {
  readonly first: readonly Rehearsal[];
  /** What is configured, or what was tried where nobody has said how the repository is released. */
  readonly attempts: readonly Attempt[];
  readonly probes: Probes;
}

/** Rehearses every release, and then what the rehearsals leave open. Throws an AuditError as `rehearseAll` does. */
export async function rehearseAndProbe(bump: Bump, stage: Stage): Promise<Rehearsed> {
  const { rehearsals: first, attempts } = await rehearseAll(bump, stage);
  return { first, attempts, probes: await probe(first, attempts, bump, stage) };
}

/** Rehearses every release, and nothing else. Throws an AuditError as `rehearseAll` does. */
export async function rehearseOnly(bump: Bump, stage: Stage): Promise<Rehearsed> {
  const { rehearsals: first, attempts } = await rehearseAll(bump, stage);
  return { first, attempts, probes: noProbes };
}
