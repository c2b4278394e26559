import type { Inventory } from "../inventory/inventory.ts";
import type { Occurrence } from "../inventory/occurrence.ts";
import type { LearnedPlaceFacts } from "../release/past-releases/learned.ts";
import type { Rehearsal } from "../release/rehearsal.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import type { Repository } from "../repository/repository.ts";
import { overlaps } from "../repository/text/span.ts";

/**
 * The inventory with the places that past releases are known to have written and that no grammar recognises, such as a
 * `VERSION="3.3"` of two numbers in a shell script: that a release writes a place proves that a version stands there.
 */
export function withLearnedPlaces(
  inventory: Inventory,
  rehearsals: readonly Rehearsal[],
  repository: Repository,
): Inventory {
  const learned = rehearsals.flatMap(({ learned: facts }) => facts?.places ?? []);
  if (learned.length === 0) return inventory;
  const known = groupBy(inventory.occurrences, ({ path }) => path);
  const added = learned
    .filter(
      ({ path, span, form }) =>
        form === "full" && !(known.get(path) ?? []).some((other) => overlaps(other.span, span)),
    )
    .flatMap((place) => occurrenceAt(place, repository) ?? []);
  if (added.length === 0) return inventory;
  const order = new Map(repository.paths.map((path, index) => [path, index]));
  const positionOf = ({ path }: Occurrence): number => order.get(path) ?? order.size;
  return {
    ...inventory,
    occurrences: [...inventory.occurrences, ...added].sort(
      (a, b) => positionOf(a) - positionOf(b) || a.span.start - b.span.start,
    ),
  };
}

function occurrenceAt({ path, span }: LearnedPlaceFacts, repository: Repository): Occurrence | null {
  const text = repository.read(path)?.slice(span.start, span.end) ?? "";
  // One number alone could be anything, and is judged nowhere.
  if (!text.includes(".")) return null;
  return { path, span, text, version: text, kind: "text", subject: null, keyPath: null };
}
