import type { Repository } from "../../../repository/repository.ts";

/** The files that a release type looks at: those of the repository, or as a release has left them. */
export interface Files {
  /** Null where there is no such file, or no text. */
  read(path: string): string | null;
  /** Every path, sorted. */
  list(): readonly string[];
}

export function filesOf(repository: Pick<Repository, "has" | "read" | "paths">): Files {
  return {
    read: (path) => (repository.has(path) ? repository.read(path) : null),
    list: () => repository.paths,
  };
}

/**
 * The files of a name at or below the folder of a component, as `findFilesByFilenameAndRef` of the tool gives them.
 * @param folder `"."` for the root
 */
export function filesNamed(files: Files, name: string, folder: string): readonly string[] {
  const prefix = folder === "." ? "" : `${folder}/`;
  return files.list().filter((path) => path.startsWith(prefix) && `/${path}`.endsWith(`/${name}`));
}
