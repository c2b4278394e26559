import { join } from "node:path";
import type { Release } from "../config/schema.ts";
import type { JudgementInput } from "../judge/collect-evidence.ts";
import { judgeInventory } from "../judge/judge-inventory.ts";
import { withLearnedPlaces } from "../judge/learned-places.ts";
import { comingTarget } from "../release/coming-target.ts";
import { callText } from "../release/find/call-text.ts";
import { certaintyOf } from "../release/mechanism.ts";
import { readerClause } from "../release/past-releases/tag-reader.ts";
import type { Probes } from "../release/probes/further-rehearsals.ts";
import type { Engine, MovedTrain, Rehearsal } from "../release/rehearsal.ts";
import type { History } from "../release/released-versions.ts";
import { comingVersion, historyOfTrain } from "../release/trains.ts";
import type { Environment } from "../repository/git/environment.ts";
import type { GitFacts } from "../repository/repository.ts";
import { counted } from "../repository/text/counted.ts";
import type { AuditSoFar, ReleaseFacts, TrainFacts } from "./audit.ts";
import { fileNotes } from "./file-notes.ts";
import { targetNotes } from "./target-notes.ts";

/** An open repository and how its release is rehearsed. */
interface Opened extends Pick<AuditSoFar, "repository" | "config" | "workspace"> {
  readonly engine: Engine;
  /** The environment in which the cargo home is looked for. */
  readonly environment: Environment;
}

/** What was found in an open repository and what its rehearsals did. */
interface RehearsedInventory extends Pick<JudgementInput, "inventory" | "rehearsals" | "bump"> {
  readonly probes: Probes;
  /** The release that the first rehearsal followed, where several of one name were tried; by default the one of its name. */
  readonly followed?: Release | undefined;
}

/** Judges everything that was found, and gives what the rules look at. `target` is the version that the user named. */
export function auditSoFar(opened: Opened, rehearsed: RehearsedInventory, target?: string): AuditSoFar {
  const { repository, config, workspace, engine, environment } = opened;
  const { rehearsals, probes, bump } = rehearsed;
  const inventory = withLearnedPlaces(rehearsed.inventory, rehearsals, repository);
  const judged = judgeInventory({ ...rehearsed, inventory, config, repository, workspace });
  const { evidence, edits, occurrences } = judged;
  const { current, history } = evidence.train;
  const [main] = evidence.trains;
  const [first] = rehearsals;
  const named = rehearsed.followed ?? config.releases.find(({ value }) => value.name === first?.name)?.value;
  const release = {
    current,
    target:
      target ??
      (main?.current === current ? main.next : undefined) ??
      comingTarget({ current, history, rehearsals }, repository),
    targetChosen: target !== undefined,
    sentinel: bump.target,
    latestTag: history.latest,
    entry: first?.entry ?? "",
    engine,
    mechanism: first?.mechanism ?? null,
    how: rehearsals.length === 0 ? engine : rehearsals.map(howOf).join(" and "),
    call: named === undefined ? null : callText(named, repository),
    certainties: [...new Set(rehearsals.map(({ mechanism }) => certaintyOf[mechanism]))],
  };
  return {
    config,
    repository,
    workspace,
    release,
    trains: trainFacts(evidence.trains, release, history, repository.git),
    rehearsals,
    probes,
    edits,
    occurrences,
    evidence,
    notes: [
      ...(release.targetChosen ? targetNotes(release) : []),
      ...config.notes,
      ...fileNotes(inventory, evidence, repository),
    ],
    cargoHome: cargoHomeOf(environment),
  };
}

/** What is known of each train; of the main one it is what the release as a whole is said to do. */
function trainFacts(
  trains: readonly MovedTrain[],
  release: Pick<ReleaseFacts, "current" | "target" | "sentinel">,
  history: History,
  git: GitFacts | null,
): TrainFacts[] {
  return trains.map((train, index) => {
    const { name, folders, packages } = train;
    const { released, latest } = index === 0 ? history : historyOfTrain(train, trains, git);
    const versions =
      index === 0
        ? release
        : { current: train.current, target: comingVersion(train), sentinel: train.target };
    const { current, target, sentinel } = versions;
    return { name, folders, packages, current, target, sentinel, latestTag: latest, released };
  });
}

/** In a few words how a rehearsal knows what the release writes. */
function howOf({ mechanism, engine, name, learned }: Rehearsal): string {
  if (mechanism === "tool") return name;
  if (learned?.reader != null) return `a tag alone, ${readerClause(learned.reader)}`;
  if (learned?.traceless === "tags-alone") return "a tag alone, which writes no file";
  if (learned?.traceless === "left") return "a tag, which left what former releases wrote";
  if (learned?.traceless === "undone") return "a tag, of which the tree keeps no version";
  if (mechanism === "history") return `the last ${counted(learned?.releases.length ?? 0, "release")}`;
  return engine;
}

/** Where cargo keeps the sources of crates, as cargo itself looks for it. */
function cargoHomeOf({ CARGO_HOME, HOME }: Environment): string | null {
  return CARGO_HOME ?? (HOME === undefined ? null : join(HOME, ".cargo"));
}
