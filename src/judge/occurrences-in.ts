import type { JudgedOccurrence } from "./judged-occurrence.ts";

type ByPath = ReadonlyMap<string, readonly JudgedOccurrence[]>;

const indexes = new WeakMap<readonly JudgedOccurrence[], ByPath>();

/** The occurrences of one file, in the order of the list, which is sorted into files when it is first asked. */
export function occurrencesIn(
  path: string,
  occurrences: readonly JudgedOccurrence[],
): readonly JudgedOccurrence[] {
  const index = indexes.get(occurrences) ?? groupedByPath(occurrences);
  indexes.set(occurrences, index);
  return index.get(path) ?? [];
}

function groupedByPath(occurrences: readonly JudgedOccurrence[]): ByPath {
  const files = new Map<string, JudgedOccurrence[]>();
  for (const occurrence of occurrences) {
    const file = files.get(occurrence.path);
    if (file === undefined) files.set(occurrence.path, [occurrence]);
    else file.push(occurrence);
  }
  return files;
}
