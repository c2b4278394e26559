import type { ChangedFiles, Repository } from "../../repository/repository.ts";
import type { Rehearsal } from "../rehearsal.ts";
import { deadRows } from "../script/dead-rows.ts";
import type { DeadRule } from "../script/dead-rule.ts";
import { withoutRows } from "../script/without-rows.ts";
import { changedRepository } from "./changed-repository.ts";

/** What a failed release would do without the rules at which it throws. */
export interface Continuation {
  readonly failed: Rehearsal;
  /** The rules that were left out, in the order in which the script came to them. */
  readonly leftOut: readonly DeadRule[];
  readonly rehearsal: Rehearsal;
}

/** Each round leaves out at least one rule; no script has more dead rules than this. */
const mostRounds = 10;

/**
 * Rehearses a failed release again without the dead rows of its tables, as often as it gets further that way. Null when
 * it does not fail at the row of a table. What it writes is what the release owes once those rules are mended, so one
 * dead rule does not make every place stale.
 */
export async function continueFailed(
  failed: Rehearsal,
  repository: Repository,
  rehearse: (repository: Repository) => Promise<Rehearsal>,
): Promise<Continuation | null> {
  const leftOut: DeadRule[] = [];
  let rehearsal = failed;
  let view = repository;
  for (let round = 0; round < mostRounds && rehearsal.outcome.ended === "failed"; round++) {
    const dead = deadRows(rehearsal, view).filter(({ fatal }) => fatal);
    if (dead.length === 0) break;
    leftOut.push(...dead);
    view = changedRepository(repository, changesWithout(leftOut, repository));
    rehearsal = await rehearse(view);
  }
  return leftOut.length === 0 ? null : { failed, leftOut, rehearsal };
}

/** A row of which only one of several files does not match is kept: then it is the file that is left out. */
function changesWithout(dead: readonly DeadRule[], repository: Repository): ChangedFiles {
  const changes = new Map<string, string | null>();
  for (const path of new Set(dead.map((rule) => rule.path))) {
    const rows = dead.filter((rule) => rule.path === path && !rule.hasOtherFiles);
    const spans = rows.flatMap(({ row }) => (row === null ? [] : [row.span]));
    const text = repository.read(path);
    if (spans.length > 0 && text !== null) changes.set(path, withoutRows(text, spans));
  }
  for (const { hasOtherFiles, searched } of dead)
    if (hasOtherFiles) for (const path of searched) changes.set(path, null);
  return changes;
}
