import type { Occurrence } from "../inventory/occurrence.ts";
import type { Edit } from "../release/edits/edit.ts";
import { editsAround } from "../release/edits/edits-around.ts";
import { coveringEdit } from "./judge.ts";

/** Which places of the inventory the release rewrites to the target. */
export interface CoveredPlaces {
  /** The edit that rewrites each occurrence, in their order; null for one that nothing rewrites. */
  readonly edits: readonly (Edit | null)[];
  readonly covered: readonly Occurrence[];
  /** Those of the covered ones at which nothing but the version changes. */
  readonly exact: readonly Occurrence[];
}

/** Holds the occurrences against the edits. */
export function coveredPlaces(
  occurrences: readonly Occurrence[],
  edits: readonly Edit[],
  target: string,
): CoveredPlaces {
  const editsOn = editsAround(edits);
  const covering = occurrences.map((occurrence) => coveringEdit(occurrence, editsOn(occurrence), target));
  return {
    edits: covering,
    covered: occurrences.filter((_, index) => covering[index] !== null),
    exact: occurrences.filter((occurrence, index) => isExact(occurrence, covering[index] ?? null, target)),
  };
}

/** Whether the edit puts the new version where the old one stood, with nothing before it and nothing behind it. */
function isExact({ span }: Occurrence, edit: Edit | null, target: string): boolean {
  if (edit === null) return false;
  const [start, end] = [span.start - edit.span.start, span.end - edit.span.start];
  return edit.after === edit.before.slice(0, start) + target + edit.before.slice(end);
}
