import type { Occurrence } from "../../inventory/occurrence.ts";
import type { GuardedRelease } from "../../release/probes/version-guards.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import { contains } from "../../repository/text/span.ts";

/**
 * The check of the repository's own that compares a place with the version of the release, as it was seen to fail where
 * this place alone kept its version; null where none does.
 */
export type GuardOf = (place: Pick<Occurrence, "path" | "span">) => string | null;

/** Looks places up among those that the checks of the repository's own were seen to compare. */
export function guardOf(guarded: readonly GuardedRelease[]): GuardOf {
  const compared = guarded.flatMap((one) => one.compared.map((place) => ({ ...place, guard: one.path })));
  const byPath = groupBy(compared, ({ path }) => path);
  return ({ path, span }) => byPath.get(path)?.find((place) => contains(span, place.span))?.guard ?? null;
}
