import { join } from "node:path";
import { type JudgementInput, judgeInventory } from "../judge/judge-inventory.ts";
import type { Probes } from "../release/again/further-rehearsals.ts";
import type { Engine, Rehearsal } from "../release/rehearsal.ts";
import { nextTarget } from "../release/target.ts";
import type { Environment } from "../repository/git/environment.ts";
import { counted } from "../repository/text/counted.ts";
import type { AuditSoFar } from "./audit.ts";
import { targetNotes } from "./target-notes.ts";
import { unparsedNotes } from "./unparsed-notes.ts";

/** An open repository and how its release is rehearsed. */
interface Opened extends Pick<AuditSoFar, "repository" | "config" | "workspace"> {
  readonly engine: Engine;
  /** The environment in which the cargo home is looked for. */
  readonly environment: Environment;
}

/** What was found in an open repository and what its rehearsals did. */
interface RehearsedInventory
  extends Pick<JudgementInput, "inventory" | "rehearsals" | "sentinel" | "presumed"> {
  readonly probes: Probes;
}

/** Judges everything that was found, and gives what the rules look at. `target` is the version that the user named. */
export function auditSoFar(opened: Opened, rehearsed: RehearsedInventory, target?: string): AuditSoFar {
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
    mechanism: rehearsals[0]?.mechanism ?? null,
    how: rehearsals.length === 0 ? engine : rehearsals.map(howOf).join(" and "),
  };
  return {
    config,
    repository,
    workspace,
    release,
    rehearsals,
    probes,
    edits,
    occurrences,
    evidence,
    notes: [
      ...(release.targetChosen ? targetNotes(release) : []),
      ...config.notes,
      ...repository.notes,
      ...inventory.notes,
      ...unparsedNotes(inventory, evidence, repository),
    ],
    cargoHome: cargoHomeOf(environment),
  };
}

/** In a few words how a rehearsal knows what the release writes. */
function howOf({ mechanism, engine, name, learned }: Rehearsal): string {
  if (mechanism === "tool") return name;
  if (learned?.writesNothing ?? false) return "a tag alone, which writes no file";
  if (mechanism === "history") return `the last ${counted(learned?.releases.length ?? 0, "release")}`;
  return engine;
}

/** Where cargo keeps the sources of crates, as cargo itself looks for it. */
function cargoHomeOf({ CARGO_HOME, HOME }: Environment): string | null {
  return CARGO_HOME ?? (HOME === undefined ? null : join(HOME, ".cargo"));
}
