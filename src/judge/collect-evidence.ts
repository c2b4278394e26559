import { basename } from "node:path/posix";
import type { Config } from "../config/config.ts";
import type { Inventory } from "../inventory/inventory.ts";
import type { Occurrence } from "../inventory/occurrence.ts";
import type { Bump } from "../release/bump.ts";
import { settleCurrent } from "../release/current.ts";
import type { Probes } from "../release/probes/further-rehearsals.ts";
import type { MovedTrain, Rehearsal } from "../release/rehearsal.ts";
import type { DeclaredTrain } from "../release/tools/release-tool.ts";
import { historyOfTrain, movedTrains, restingTrains } from "../release/trains.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import type { CoveredPlaces } from "./covered-places.ts";
import { type Evidence, gatherEvidence } from "./evidence.ts";
import { generatedBy, givenVersions } from "./generated/generated.ts";
import { gatherIgnores } from "./ignores.ts";
import { learnedFrom } from "./learned-facts.ts";
import { guardOf } from "./owner/guarded-places.ts";
import { leftOutBy } from "./owner/left-out.ts";
import { namesOf } from "./owner/names.ts";
import { holdsManyFormer, isSelective, raisesFormer, type Train, trainOf } from "./owner/train.ts";
import { writtenBeside } from "./owner/written-beside.ts";
import { placeHistoryOf } from "./past/place-history.ts";
import { isTestData } from "./purpose/historical-document.ts";
import { unfollowedAfter } from "./unfollowed/unfollowed-commands.ts";

/** The inventory and the rehearsals that it is held against. */
export interface JudgementInput {
  readonly config: Config;
  readonly repository: Repository;
  readonly workspace: Workspace;
  readonly inventory: Inventory;
  readonly rehearsals: readonly Rehearsal[];
  readonly probes: Pick<Probes, "guarded">;
  /** What the rehearsals were asked for: from the presumed current to the sentinel. */
  readonly bump: Bump;
}

/** Collects what the verdicts are found with, from the inventory, the rehearsals and the places that they rewrite. */
export function collectEvidence(input: JudgementInput, { covered, exact }: CoveredPlaces): Evidence {
  const { config, repository, workspace, inventory, rehearsals } = input;
  const moved = { trains: movedTrains(rehearsals), resting: restingTrains(rehearsals) };
  const train = mainTrain(input, { covered, exact }, moved);
  const fileOf = generatedBy(config, repository, rehearsals, inventory.generated);
  // A package called `test` that is published is no data of tests.
  const members = new Set(
    workspace.npm.filter((pkg) => pkg.member && !pkg.private).map(({ manifest }) => manifest),
  );
  const testData = covered.filter(({ path }) => isTestData(path) && !members.has(path));
  const writtenTests = new Set(testData.map(sortOfTestData));
  return gatherEvidence({
    config,
    repository,
    workspace,
    train,
    ...moved,
    names: namesOf(config, repository, workspace, train),
    generatedBy: fileOf,
    given: givenVersions(inventory.occurrences, fileOf),
    learned: learnedFrom(rehearsals, repository),
    past: placeHistoryOf(repository),
    unfollowedAfter: unfollowedAfter(rehearsals, config),
    isLearned: isLearned(rehearsals),
    isSelective: releasesChangedOnly(input, covered, train),
    isLeftOut: leftOutBy(rehearsals, repository),
    writesAlike: (place) => writtenTests.has(sortOfTestData(place)),
    writtenBeside: writtenBeside(covered),
    guardOf: guardOf(input.probes.guarded),
    ignores: gatherIgnores(config, repository, inventory.ignoring),
  });
}

/** The trains of the release: those that it moves, the main one first, and those that it only declares. */
interface Trains {
  readonly trains: readonly MovedTrain[];
  readonly resting: readonly DeclaredTrain[];
}

function mainTrain(
  { repository, workspace, rehearsals, bump }: JudgementInput,
  { covered, exact }: Pick<CoveredPlaces, "covered" | "exact">,
  { trains, resting }: Trains,
): Train {
  const [first] = trains;
  const declared = isDeclared(rehearsals) ? (first?.current ?? null) : null;
  return trainOf({
    covered,
    current: settleCurrent(bump.current, { covered, exact }, declared),
    workspace,
    history: historyOfTrain(first, trains, repository.git),
    others: [...trains.slice(1), ...resting],
  });
}

/** True where packages are released only when they have changed, as past releases or the release itself show. */
function releasesChangedOnly(
  { workspace, rehearsals }: JudgementInput,
  covered: readonly Occurrence[],
  train: Train,
): boolean {
  const mayBe =
    isLearned(rehearsals) ||
    (isDeclared(rehearsals) && raisesFormer(covered, train)) ||
    holdsManyFormer(workspace, train);
  return mayBe && isSelective(workspace, train);
}

function isDeclared([first]: readonly Rehearsal[]): boolean {
  return first?.mechanism === "tool";
}

function isLearned(rehearsals: readonly Rehearsal[]): boolean {
  return rehearsals.every(({ mechanism }) => mechanism === "history");
}

/** What test data is alike by: its file is called the same and, where it asks for a package, the package is the same. */
function sortOfTestData({ path, kind, subject }: Pick<Occurrence, "path" | "kind" | "subject">): string {
  return `${basename(path)} ${kind === "dependency" ? (subject?.name ?? "") : ""}`;
}
