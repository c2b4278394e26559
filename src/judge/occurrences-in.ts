import { groupBy } from "../group-by.ts";
import type { JudgedOccurrence } from "./judged-occurrence.ts";

type ByPath = ReadonlyMap<string, readonly JudgedOccurrence[]>;

const indexes = new WeakMap<readonly JudgedOccurrence[], ByPath>();

/** The occurrences of one file, in the order of the list, which is sorted into files when it is first asked. */
export function occurrencesIn(
  path: string,
  occurrences: readonly JudgedOccurrence[],
): readonly JudgedOccurrence[] {
  const index = indexes.get(occurrences) ?? groupBy(occurrences, (occurrence) => occurrence.path);
  indexes.set(occurrences, index);
  return index.get(path) ?? [];
}
