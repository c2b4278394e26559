import type { Repository } from "./discover/repository.ts";
import { openRepository, type RepositoryOptions } from "./open-repository.ts";
import type { Rehearsal } from "./rehearse/rehearsal.ts";
import { rehearseAll } from "./rehearse/rehearse-all.ts";

/** Rehearses every configured release with the version `to`, without an audit. */
export async function rehearseRelease(
  options: RepositoryOptions & { readonly to: string },
): Promise<{ readonly repository: Repository; readonly rehearsals: readonly Rehearsal[] }> {
  const opened = openRepository(options);
  return { repository: opened.repository, rehearsals: await rehearseAll(options.to, opened) };
}
