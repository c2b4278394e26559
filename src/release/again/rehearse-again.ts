import type { Rehearsal } from "../rehearsal.ts";
import { rehearseAll, type Stage } from "../rehearse-all.ts";
import { noProbes, type Probes, probe } from "./further-rehearsals.ts";

/** Every rehearsal of one audit. Plain data: `probes` refer to the rehearsals of `first` by identity. */
export interface Rehearsed {
  readonly first: readonly Rehearsal[];
  readonly probes: Probes;
}

/** Rehearses every release, and then what the rehearsals leave open. Throws an AuditError as `rehearseAll` does. */
export async function rehearseAndProbe(target: string, stage: Stage): Promise<Rehearsed> {
  const first = await rehearseAll(target, stage);
  return { first, probes: await probe(first, target, stage) };
}

/** Rehearses every release, and nothing else. Throws an AuditError as `rehearseAll` does. */
export async function rehearseOnly(target: string, stage: Stage): Promise<Rehearsed> {
  return { first: await rehearseAll(target, stage), probes: noProbes };
}
