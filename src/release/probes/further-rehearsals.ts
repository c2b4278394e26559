import type { Release } from "../../config/schema.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Bump } from "../bump.ts";
import type { Attempt } from "../find/choose-release.ts";
import type { Rehearsal } from "../rehearsal.ts";
import { rehearseScript } from "../rehearse-script.ts";
import type { Stage } from "../way-to-release.ts";
import { changedRepository } from "./changed-repository.ts";
import { type Continuation, continueFailed } from "./continuation.ts";
import { changesMoreThanVersions, finalFiles } from "./repetition.ts";
import { type UncalledBump, uncalledBumps, uncalledShellBumps } from "./uncalled-bump.ts";
import { type GuardedRelease, guardedReleases } from "./version-guards.ts";

/** Further rehearsals that answer what the first ones leave open. Most repositories need none of them. */
export interface Probes {
  /** For each failed release that has dead rules: what it does without them. */
  readonly continued: readonly Continuation[];
  /** For each function that looks like a forgotten bump: what it does. */
  readonly uncalled: readonly UncalledBump[];
  /** For each release that changes more than versions: what it does over its own result. */
  readonly repeated: readonly Repetition[];
  /** For each check of versions of the repository's own that passes now: how it ends over what each release leaves. */
  readonly guarded: readonly GuardedRelease[];
}

/** A release and the same release once more. */
interface Repetition {
  readonly first: Rehearsal;
  readonly second: Rehearsal;
}

/** Nothing was left open, or nobody wants to know. */
export const noProbes: Probes = { continued: [], uncalled: [], repeated: [], guarded: [] };

/** Makes the further rehearsals, with the same target as the first ones; `attempts` say what each of these rehearsed. */
export async function probe(
  rehearsals: readonly Rehearsal[],
  attempts: readonly Attempt[],
  bump: Bump,
  stage: Stage,
): Promise<Probes> {
  const { config, repository, workspace } = stage;
  if (stage.engine === "command") return noProbes;
  const again = (release: Release, view: Repository): Promise<Rehearsal> =>
    rehearseScript(release, bump, view, workspace);

  const continued: Continuation[] = [];
  const repeated: Repetition[] = [];
  const scripts = rehearsals.filter(({ mechanism }) => mechanism === "script");
  for (const first of scripts) {
    const release = attempts.find(({ rehearsal }) => rehearsal === first)?.release;
    if (release === undefined) continue;
    const continuation = await continueFailed(first, repository, (view) => again(release, view));
    if (continuation !== null) continued.push(continuation);
    if (first.outcome.ended !== "completed" || !changesMoreThanVersions(first, repository)) continue;
    // What works its version out itself makes another step over its own result, as it should.
    if (first.target !== bump.target) continue;
    const second = await again(release, changedRepository(repository, finalFiles(first)));
    repeated.push({ first, second });
  }

  const uncalled: UncalledBump[] = [];
  for (const { function: candidate, release } of uncalledBumps(
    scripts,
    config.releases.map(({ value }) => value),
    repository,
  )) {
    const { name, path, span } = candidate;
    uncalled.push({ function: { name, path, span }, rehearsal: await again(release, repository) });
  }
  for (const first of scripts) {
    const release = attempts.find(({ rehearsal }) => rehearsal === first)?.release;
    for (const { function: found, view } of uncalledShellBumps(first, repository))
      if (release !== undefined) uncalled.push({ function: found, rehearsal: await again(release, view) });
  }
  const sure = rehearsals.filter(({ mechanism }) => mechanism === "script" || mechanism === "tool");
  const guarded = await guardedReleases(sure.length > 0 ? sure : rehearsals, bump.current, repository, again);
  return { continued, uncalled, repeated, guarded };
}
