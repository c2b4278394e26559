import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import type { Repair, Replacement } from "./repair.ts";
import type { Trial, TryOut } from "./try-out.ts";

/**
 * The drafts that work: those with which the release covers at least one of their places and writes nothing that it
 * does not owe. They are tried together, and by halves when together they do not work, so that one bad draft costs a
 * few rehearsals and not the other drafts. A draft is given back with the places that it really repairs.
 */
export async function workingRepairs(
  drafts: readonly Repair[],
  tryOut: TryOut,
  before: readonly Replacement[] = [],
): Promise<Repair[]> {
  if (drafts.length === 0) return [];
  const trial = await tryOut([...before, ...drafts.flatMap(({ replacements }) => replacements)]);
  if (trial !== null && !trial.overReaches) return narrowed(drafts, trial, before.length === 0);
  if (drafts.length === 1) return [];
  const middle = drafts.length >> 1;
  const first = await workingRepairs(drafts.slice(0, middle), tryOut, before);
  const kept = [...before, ...first.flatMap(({ replacements }) => replacements)];
  return [...first, ...(await workingRepairs(drafts.slice(middle), tryOut, kept))];
}

/** Places that nobody aimed at belong to the draft that repairs another place of their file. */
function narrowed(drafts: readonly Repair[], { covered }: Trial, takesMore: boolean): Repair[] {
  const left = new Set(covered);
  const take = (isMine: (place: JudgedOccurrence) => boolean): JudgedOccurrence[] => {
    const mine = [...left].filter(isMine);
    for (const place of mine) left.delete(place);
    return mine;
  };
  const aimed = drafts.map((draft) => ({ draft, places: take((place) => draft.places.includes(place)) }));
  return aimed.flatMap(({ draft, places }) => {
    if (places.length === 0) return [];
    const paths = new Set(places.map(({ path }) => path));
    return [{ ...draft, places: [...places, ...(takesMore ? take(({ path }) => paths.has(path)) : [])] }];
  });
}
