import { openRepository, type RepositoryOptions } from "../open-repository.ts";
import { presumeCurrent } from "../release/current.ts";
import { nothingKnown } from "../release/find/attempt-notes.ts";
import type { Rehearsal } from "../release/rehearsal.ts";
import { nextTarget } from "../release/target.ts";
import { withRehearser } from "../release/thread/audit-threads.ts";
import { withComingVersions } from "../release/trains.ts";
import type { Repository } from "../repository/repository.ts";

/**
 * Rehearses every release without an audit, with the version `to` or, for null, with the next one.
 * @throws AuditError when nothing shows how the repository is released
 */
export async function rehearseRelease(
  options: RepositoryOptions & {
    readonly to: string | null;
    /** Called as the work goes on. */
    readonly onProgress?: (stage: string) => void;
  },
): Promise<{
  readonly repository: Repository;
  readonly rehearsals: readonly Rehearsal[];
  /** The version that the repository holds now. */
  readonly current: string;
}> {
  return withRehearser(async (rehearser) => {
    options.onProgress?.("discovering files");
    const opened = openRepository(options);
    const { repository } = opened;
    const current = presumeCurrent(opened);
    const bump = { current, target: options.to ?? nextTarget(current) };
    options.onProgress?.("rehearsing the release");
    const rehearsals = await rehearser.rehearseOnly(bump, opened);
    if (rehearsals.length === 0) throw nothingKnown(repository);
    return { repository, current, rehearsals: rehearsals.map(withComingVersions) };
  });
}
