import { groupBy } from "../repository/collections/group-by.ts";
import { oncePer } from "../repository/collections/once-per.ts";
import type { JudgedOccurrence } from "./judged-occurrence.ts";

const byPath = oncePer((occurrences: readonly JudgedOccurrence[]) =>
  groupBy(occurrences, ({ path }) => path),
);

/** The occurrences of one file, in the order of the list, which is sorted into files when it is first asked. */
export function occurrencesIn(
  path: string,
  occurrences: readonly JudgedOccurrence[],
): readonly JudgedOccurrence[] {
  return byPath(occurrences).get(path) ?? [];
}
