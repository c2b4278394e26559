import type { Finding } from "../../findings/finding.ts";
import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import type { RepositoryOptions } from "../../open-repository.ts";
import { type Draft, draftOf, isLate, isWritten, mended } from "./draft.ts";
import { type IgnoreEntry, ignoreEntries } from "./ignore-entries.ts";
import { prove } from "./proof.ts";
import type { Repair, Replacement } from "./repair.ts";
import type { Situation } from "./situation.ts";

/** Repairs that hold together. */
export interface Settled {
  readonly repairs: readonly Repair[];
  /** The places for which the patch has only an ignore. */
  readonly ignored: readonly IgnoreEntry[];
  readonly left: readonly IgnoreEntry[];
  readonly lagging: readonly JudgedOccurrence[];
  readonly replacements: readonly Replacement[];
  readonly newFindings: readonly Finding[];
}

/**
 * Proves repairs together, and gives up those that do not hold or that break something else. Every round gives up at
 * least one repair or value, so it ends.
 */
export async function settle(
  places: readonly JudgedOccurrence[],
  repairs: readonly Repair[],
  situation: Situation,
  options: Omit<RepositoryOptions, "root"> & { readonly ignores: boolean },
): Promise<Settled> {
  let draft = draftOf(repairs);
  for (;;) {
    const plan = planOf(draft, [...places, ...draft.exposed], situation, options.ignores);
    if (plan.replacements.length === 0) return { ...plan, newFindings: [] };
    const proof = await prove(plan.repairs, plan.replacements, situation, options);
    const next = mended(draft, proof);
    if (next === null) return { ...plan, newFindings: proof.newFindings };
    draft = next;
  }
}

type Plan = Omit<Settled, "newFindings">;

function planOf(
  { repairs, lagging, failures, hopeless }: Draft,
  places: readonly JudgedOccurrence[],
  situation: Situation,
  withIgnores: boolean,
): Plan {
  const repaired = new Set(repairs.flatMap((repair) => repair.places));
  const rest = places.filter((place) => !repaired.has(place));
  const isTried = (place: JudgedOccurrence) => withIgnores && !hopeless.has(place);
  const tried = ignoreEntries(rest.filter(isTried), situation, failures);
  const others = rest.filter((place) => !isTried(place));
  const untried = ignoreEntries(others, situation, failures);
  const all = [...repairs, ...tried.flatMap(({ repair }) => repair ?? [])];
  const { current } = situation.audit.release;
  const values = repairs.flatMap((repair) => valuesOf(repair, current, lagging));
  return {
    repairs: all,
    ignored: tried.filter(({ repair }) => repair !== null),
    left: [...tried.filter(({ repair }) => repair === null), ...untried],
    lagging: [...lagging],
    replacements: [...all.flatMap(({ replacements }) => replacements), ...values],
  };
}

/** What the next release writes should not stay behind until then. */
function valuesOf(repair: Repair, current: string, lagging: ReadonlySet<JudgedOccurrence>): Replacement[] {
  if (!isWritten(repair)) return [];
  return repair.places
    .filter((place) => isLate(place, lagging))
    .map(({ path, span }) => ({ path, span, text: current }));
}
