import type { Repository } from "../repository/repository.ts";
import { repositoryPath } from "./repository-path.ts";

/**
 * What stands before the path of a file in its address at GitHub, or null when the remote is not there or the revision is
 * not known. Whatever credentials the remote's URL carries are left out.
 */
export function sourceAddress(repository: Repository): string | null {
  const { git } = repository;
  const head = git?.head ?? null;
  const slug =
    /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/git@|git@)github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      git?.remote ?? "",
    )?.[1];
  if (slug === undefined || head === null) return null;
  return `https://github.com/${slug}/blob/${head}/${addressed(repositoryPath(repository, ""))}`;
}

/** The address of a line at GitHub, or null when it is not known. */
export function sourceLink(repository: Repository, path: string, line: number): string | null {
  const address = sourceAddress(repository);
  return address === null ? null : `${address}${addressed(path)}?plain=1#L${line}`;
}

function addressed(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
