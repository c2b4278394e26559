import type { Occurrence } from "../../inventory/occurrence.ts";

/** Says of a named value that the release does not write what it writes of its kind; null where that is nothing. */
export type WrittenBeside = (value: Pick<Occurrence, "path" | "subject">) => string | null;

const named = new Set<Occurrence["kind"]>(["constant", "assignment"]);

/**
 * What the release writes beside a named value: one of the same name in another file, such as the setting that every
 * example of a configuration repeats, or anything else in the same file.
 * @param covered the occurrences that the rehearsals rewrite
 */
export function writtenBeside(covered: readonly Occurrence[]): WrittenBeside {
  const files = new Set(covered.map(({ path }) => path));
  const byName = new Map(
    covered.flatMap(({ kind, subject, path }) =>
      named.has(kind) && subject !== null ? [[subject.name, path] as const] : [],
    ),
  );
  return ({ path, subject }) => {
    const other = byName.get(subject?.name ?? "");
    if (other !== undefined) return `the release writes ${subject?.name} in ${other}`;
    return files.has(path) ? "the release writes this file" : null;
  };
}
