import type { Repository } from "../repository/repository.ts";
import { repositoryPath } from "./repository-path.ts";

/**
 * The address of a line at GitHub, or null when the remote is not there or the revision is not known.
 * Whatever credentials the remote's URL carries are left out.
 */
export function sourceLink(repository: Repository, path: string, line: number): string | null {
  const { git } = repository;
  const head = git?.head ?? null;
  const slug =
    /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/git@|git@)github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      git?.remote ?? "",
    )?.[1];
  if (slug === undefined || head === null) return null;
  const file = repositoryPath(repository, path).split("/").map(encodeURIComponent).join("/");
  return `https://github.com/${slug}/blob/${head}/${file}?plain=1#L${line}`;
}
