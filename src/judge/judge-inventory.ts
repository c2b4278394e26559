import { basename } from "node:path/posix";
import type { Config } from "../config/config.ts";
import type { Inventory } from "../inventory/inventory.ts";
import type { Occurrence } from "../inventory/occurrence.ts";
import type { Bump } from "../release/bump.ts";
import { settleCurrent } from "../release/current.ts";
import type { Edit } from "../release/edits/edit.ts";
import { editsOf } from "../release/edits/edits.ts";
import { editsAround } from "../release/edits/edits-around.ts";
import type { Rehearsal } from "../release/rehearsal.ts";
import { historyOfTrain, movedTrains, restingTrains } from "../release/trains.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import { type Evidence, gatherEvidence } from "./evidence.ts";
import { generatedBy, givenVersions } from "./generated/generated.ts";
import { gatherIgnores } from "./ignores.ts";
import { coveringEdit, judge } from "./judge.ts";
import type { JudgedOccurrence } from "./judged-occurrence.ts";
import { learnedFrom } from "./learned-facts.ts";
import { leftOutBy } from "./owner/left-out.ts";
import { namesOf } from "./owner/names.ts";
import { holdsManyFormer, isSelective, raisesFormer, trainOf } from "./owner/train.ts";
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
  /** What the rehearsals were asked for: from the presumed current to the sentinel. */
  readonly bump: Bump;
}

export interface Judgement {
  readonly evidence: Evidence;
  /** Sorted by path and offset. */
  readonly edits: readonly Edit[];
  /** In the order of the inventory. */
  readonly occurrences: readonly JudgedOccurrence[];
}

/** Holds every occurrence against the edits of the rehearsals and gives it its one verdict. */
export function judgeInventory(input: JudgementInput): Judgement {
  const { config, repository, workspace, inventory, rehearsals, bump } = input;
  const edits = rehearsals.flatMap((rehearsal) => editsOf(rehearsal, repository));
  const editsOn = editsAround(edits);
  const coverage = inventory.occurrences.map((occurrence) =>
    coveringEdit(occurrence, editsOn(occurrence), bump.target),
  );
  const covered = inventory.occurrences.filter((_, index) => coverage[index] !== null);
  const exact = inventory.occurrences.filter((occurrence, index) =>
    isExact(occurrence, coverage[index] ?? null, bump.target),
  );
  const trains = movedTrains(rehearsals);
  const isDeclared = rehearsals[0]?.mechanism === "tool";
  const current = settleCurrent(
    bump.current,
    { covered, exact },
    isDeclared ? (trains[0]?.current ?? null) : null,
  );
  const resting = restingTrains(rehearsals);
  const train = trainOf({
    covered,
    current,
    workspace,
    history: historyOfTrain(trains[0], trains, repository.git),
    others: [...trains.slice(1), ...resting],
  });
  const fileOf = generatedBy(config, repository, rehearsals, inventory.generated);
  const isLearned = rehearsals.every(({ mechanism }) => mechanism === "history");
  const writtenTests = new Set(covered.filter(({ path }) => isTestData(path)).map(sortOfTestData));
  const evidence = gatherEvidence({
    config,
    repository,
    workspace,
    train,
    trains,
    resting,
    names: namesOf(config, repository, workspace, train),
    generatedBy: fileOf,
    given: givenVersions(inventory.occurrences, fileOf),
    learned: learnedFrom(rehearsals, repository),
    past: placeHistoryOf(repository),
    unfollowedAfter: unfollowedAfter(rehearsals, config),
    isLearned,
    isSelective:
      (isLearned || (isDeclared && raisesFormer(covered, train)) || holdsManyFormer(workspace, train)) &&
      isSelective(workspace, train),
    isLeftOut: leftOutBy(rehearsals, repository),
    writesAlike: (place) => writtenTests.has(sortOfTestData(place)),
    writtenBeside: writtenBeside(covered),
    ignores: gatherIgnores(config, repository, inventory.ignoring),
  });
  const found = inventory.occurrences.map((occurrence, index) => ({
    occurrence,
    edit: coverage[index] ?? null,
  }));
  const occurrences = evidence.past.together(found, ({ occurrence, edit }) =>
    judge(occurrence, edit, evidence),
  );
  return { evidence, edits, occurrences };
}

/** Whether the edit puts the new version where the old one stood, with nothing before it and nothing behind it. */
function isExact({ span }: Occurrence, edit: Edit | null, target: string): boolean {
  if (edit === null) return false;
  const [start, end] = [span.start - edit.span.start, span.end - edit.span.start];
  return edit.after === edit.before.slice(0, start) + target + edit.before.slice(end);
}

/** What test data is alike by: its file is called the same and, where it asks for a package, the package is the same. */
function sortOfTestData({ path, kind, subject }: Pick<Occurrence, "path" | "kind" | "subject">): string {
  return `${basename(path)} ${kind === "dependency" ? (subject?.name ?? "") : ""}`;
}
