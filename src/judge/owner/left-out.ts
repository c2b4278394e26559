import type { Rehearsal } from "../../release/rehearsal.ts";
import { documentAt } from "../../repository/documents/document-cache.ts";
import type { Repository } from "../../repository/repository.ts";

/** Keys under which the configurations of release tools name what a release does not touch, `ignoreChanges`, `exclude`. */
const leavingOut = /ignore|exclude/iu;

/**
 * What the configurations of the release tools leave out: the folders that they name below such a key. A pattern that
 * begins with a wildcard names none.
 */
export function leftOutBy(
  rehearsals: readonly Rehearsal[],
  repository: Repository,
): (place: { readonly path: string }) => boolean {
  const files = rehearsals.filter(({ mechanism }) => mechanism === "tool").map(({ entry }) => entry);
  const folders = [...new Set(files)]
    .filter((path) => repository.has(path))
    .flatMap((path) => documentAt(repository, path)?.scalars ?? [])
    .filter(({ path }) => path.some((key) => typeof key === "string" && leavingOut.test(key)))
    .flatMap(({ value }) => (typeof value === "string" ? (value.split("*")[0] ?? "") : []))
    .filter((folder) => /^[^/]+\/.+/u.test(folder));
  return ({ path }) =>
    folders.some((folder) => path.startsWith(folder.endsWith("/") ? folder : `${folder}/`));
}
