import { join } from "node:path";
import type { AuditSoFar } from "./audit.ts";
import { type JudgementInput, judgeInventory } from "../judge/judge-inventory.ts";
import type { OpenRepository, RepositoryOptions } from "../open-repository.ts";
import type { Probes } from "../release/again/further-rehearsals.ts";
import { nextTarget } from "../release/target.ts";
import { deadPresetPaths } from "../rules/dead-path.ts";
import { presetGaps } from "../rules/shared/couples/preset-gaps.ts";

/** What was found in an open repository and what its rehearsals did. */
export type RehearsedInventory = Pick<
  JudgementInput,
  "inventory" | "rehearsals" | "sentinel" | "presumed"
> & {
  readonly probes: Probes;
};

/** Judges everything that was found, and gives what the rules look at. `target` is the version that the user named. */
export function judgeRepository(
  opened: OpenRepository,
  rehearsed: RehearsedInventory,
  target?: string,
): AuditSoFar {
  const { repository, config, workspace, engine, environment } = opened;
  const { inventory, rehearsals, probes, sentinel } = rehearsed;
  const { evidence, edits, occurrences } = judgeInventory({ ...rehearsed, config, repository, workspace });
  const { current, history } = evidence.train;
  const release = {
    current,
    target: target ?? nextTarget(current),
    targetChosen: target !== undefined,
    sentinel,
    latestTag: history.latest,
    entry: rehearsals[0]?.entry ?? "",
    engine,
  };
  const notes = [...config.notes, ...repository.notes, ...inventory.notes];
  const cargoHome = cargoHomeOf(environment);
  const material = { config, repository, workspace, release, rehearsals, probes, cargoHome };
  const judged = { ...material, edits, occurrences, evidence, notes };
  notes.push(...presetGaps(judged), ...deadPresetPaths(judged));
  return judged;
}

/** Where cargo keeps the sources of crates, as cargo itself looks for it. */
function cargoHomeOf({ CARGO_HOME, HOME }: RepositoryOptions["environment"] & object): string | null {
  return CARGO_HOME ?? (HOME === undefined ? null : join(HOME, ".cargo"));
}
