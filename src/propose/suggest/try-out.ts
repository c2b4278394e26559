import type { FoundAudit } from "../../findings/audit.ts";
import { coveringEdit } from "../../judge/judge.ts";
import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import type { OpenRepository } from "../../open-repository.ts";
import type { Bump } from "../../release/bump.ts";
import type { Edit } from "../../release/edits/edit.ts";
import { editsOf } from "../../release/edits/edits.ts";
import { changedRepository } from "../../release/probes/changed-repository.ts";
import { withContinuations } from "../../release/probes/with-continuations.ts";
import type { Rehearsal } from "../../release/rehearsal.ts";
import type { Rehearser } from "../../release/thread/rehearser.ts";
import { changedFiles, contentsAfter } from "./changed-files.ts";
import { isUncovered, type Replacement } from "./repair.ts";

/** What the release does with a changed script. */
export interface Trial {
  /** The places that it did not cover before and covers now. */
  readonly covered: ReadonlySet<JudgedOccurrence>;
  /** True when it also writes something that it did not write before and does not owe. */
  readonly overReaches: boolean;
}

/** Rehearses the release with changed scripts; null when it then fails or no longer writes what it wrote. */
export type TryOut = (replacements: readonly Replacement[]) => Promise<Trial | null>;

/** Holds every trial against what the audit saw. */
export function tryOutIn(audit: FoundAudit, opened: OpenRepository, rehearser: Rehearser): TryOut {
  const { sentinel, current } = audit.release;
  const bump = { current, target: sentinel };
  const places = audit.occurrences.filter(isUncovered);
  const written = new Set(audit.edits.map(keyOf));
  const failedBefore = audit.rehearsals.some(hasFailed);
  return async (replacements) => {
    const changes = contentsAfter(changedFiles(replacements, opened.repository));
    const repository = changedRepository(opened.repository, changes);
    const stage = { ...opened, repository };
    const rehearsals = failedBefore
      ? await furthest(rehearser, bump, stage)
      : await rehearser.rehearseOnly(bump, stage);
    if (!failedBefore && rehearsals.some(hasFailed)) return null;
    const isUnchanged = ({ path }: Edit) => !changes.has(path);
    const edits = rehearsals.flatMap((rehearsal) => editsOf(rehearsal, repository)).filter(isUnchanged);
    const now = new Set(edits.map(keyOf));
    if (audit.edits.some((edit) => isUnchanged(edit) && !now.has(keyOf(edit)))) return null;
    const fresh = edits.filter((edit) => !written.has(keyOf(edit)));
    const covered = places.filter(
      (place) =>
        coveringEdit(
          place,
          fresh.filter(({ path }) => path === place.path),
          sentinel,
        ) !== null,
    );
    const overReaches = fresh.some((edit) => !covered.some((place) => coversPlace(edit, place, sentinel)));
    return { covered: new Set(covered), overReaches };
  };
}

async function furthest(
  rehearser: Rehearser,
  bump: Bump,
  stage: OpenRepository,
): Promise<readonly Rehearsal[]> {
  const { first, probes } = await rehearser.rehearse(bump, stage);
  return withContinuations(first, probes);
}

function hasFailed({ outcome }: Rehearsal): boolean {
  return outcome.ended !== "completed" || outcome.exitCode !== 0;
}

function keyOf({ path, span, release }: Edit): string {
  return `${release} ${path}:${span.start}-${span.end}`;
}

function coversPlace(edit: Edit, place: JudgedOccurrence, sentinel: string): boolean {
  return edit.path === place.path && coveringEdit(place, [edit], sentinel) !== null;
}
