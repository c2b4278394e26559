import { auditOpened } from "./audit.ts";
import { AuditError } from "./audit-error.ts";
import type { FoundAudit } from "./findings/audit.ts";
import { candidatesOf } from "./findings/diagnosis/candidates.ts";
import type { Diagnosis } from "./findings/diagnosis/diagnosis.ts";
import { missingFor } from "./findings/diagnosis/missing.ts";
import { type OpenRepository, openRepository, type RepositoryOptions } from "./open-repository.ts";
import type { Bump } from "./release/bump.ts";
import { type Attempt, attemptOf } from "./release/find/choose-release.ts";
import { passedOver } from "./release/find/passed-over.ts";
import type { Rehearsed } from "./release/probes/rehearse-again.ts";
import type { Rehearsal } from "./release/rehearsal.ts";
import { withThreads } from "./release/thread/audit-threads.ts";
import type { Rehearser } from "./release/thread/rehearser.ts";
import type { Stage } from "./release/way-to-release.ts";
import { unfollowedNotes } from "./rules/shared/rewrites/unfollowed-notes.ts";

/** What an audit made of the releases of a repository, or why it made nothing of them. */
export interface Understanding {
  /** Null where no audit can be made. */
  readonly audit: FoundAudit | null;
  /** What kept the audit from being made; null where it was made. */
  readonly obstacle: AuditError | null;
  readonly attempts: readonly Attempt[];
  /** The rehearsals that verdicts follow of. */
  readonly judged: readonly Rehearsal[];
  /** With which the releases were rehearsed; null where nothing says at which version the repository is. */
  readonly bump: Bump | null;
}

/** How the release of a repository was understood, with everything that was tried, also where no audit can be made. */
export async function doctor(
  options: RepositoryOptions & { readonly onProgress?: (stage: string) => void },
): Promise<Diagnosis> {
  const { onProgress = () => {} } = options;
  return withThreads(async ({ rehearser, ahead }) => {
    onProgress("discovering files");
    const opened = openRepository(options, ahead);
    const { repository, config } = opened;
    const understanding = await understand(opened, rehearser, onProgress);
    const { audit, obstacle, attempts, judged } = understanding;
    onProgress("rehearsing the other candidates");
    const tried = await othersTried(understanding, opened, rehearser);
    const releases = attempts.map(({ release }) => release);
    return {
      audit,
      obstacle,
      candidates: candidatesOf(attempts, judged, tried, repository),
      passedOver: config.releases.every(({ source }) => source.from === "recognised")
        ? passedOver(repository, releases)
        : [],
      missing: missingFor({
        repository,
        obstacle,
        judged,
        dropped: attempts.flatMap(({ rehearsal }) =>
          rehearsal === null || judged.includes(rehearsal) ? [] : [rehearsal],
        ),
        unknownEffects: audit === null ? [] : unfollowedNotes(audit),
      }),
    };
  });
}

/** Audits an open repository, and keeps what was tried for it. */
export async function understand(
  opened: OpenRepository,
  rehearser: Rehearser,
  onProgress: (stage: string) => void,
): Promise<Understanding> {
  const remembering = new RememberingRehearser(rehearser);
  const { audit, obstacle } = await auditOrObstacle(opened, remembering, onProgress);
  const { rehearsed, bump } = remembering;
  return {
    audit,
    obstacle,
    attempts: rehearsed?.attempts ?? opened.config.releases.map(untried),
    judged: rehearsed?.first ?? [],
    bump,
  };
}

async function auditOrObstacle(
  opened: OpenRepository,
  rehearser: Rehearser,
  onProgress: (stage: string) => void,
): Promise<Pick<Understanding, "audit" | "obstacle">> {
  try {
    return { audit: await auditOpened(opened, { onProgress }, rehearser), obstacle: null };
  } catch (error) {
    if (error instanceof AuditError) return { audit: null, obstacle: error };
    throw error;
  }
}

/** Passes an audit's questions on, and keeps the last answer, which the audit itself gives up where none can be made. */
class RememberingRehearser implements Rehearser {
  readonly #rehearser: Rehearser;
  rehearsed: Rehearsed | null = null;
  bump: Bump | null = null;

  constructor(rehearser: Rehearser) {
    this.#rehearser = rehearser;
  }

  async rehearse(bump: Bump, stage: Stage): Promise<Rehearsed> {
    this.bump = bump;
    this.rehearsed = await this.#rehearser.rehearse(bump, stage);
    return this.rehearsed;
  }

  rehearseOnly(bump: Bump, stage: Stage): Promise<readonly Rehearsal[]> {
    return this.#rehearser.rehearseOnly(bump, stage);
  }

  end(): void {
    this.#rehearser.end();
  }
}

function untried(release: OpenRepository["config"]["releases"][number]): Attempt {
  return attemptOf(release, null, "it was not tried, because the audit did not come that far");
}

/** What those releases do that were not tried because another was taken. */
async function othersTried(
  { attempts, bump }: Understanding,
  opened: OpenRepository,
  rehearser: Rehearser,
): Promise<Map<Attempt["release"], Rehearsal>> {
  const tried = new Map<Attempt["release"], Rehearsal>();
  if (bump === null || opened.engine === "command") return tried;
  for (const { release, why, rehearsal } of attempts) {
    if (rehearsal !== null || release.command !== undefined) continue;
    const releases = [{ value: release, source: { from: "recognised", why } as const }];
    const [done] = await rehearser.rehearseOnly(bump, { ...opened, config: { ...opened.config, releases } });
    if (done !== undefined) tried.set(release, done);
  }
  return tried;
}
