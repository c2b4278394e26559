import type { Config } from "../config/config.ts";
import type { Occurrence } from "../inventory/occurrence.ts";
import type { MovedTrain } from "../release/rehearsal.ts";
import type { DeclaredTrain } from "../release/tools/release-tool.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import type { Crate, DefinedPackage, NpmPackage, Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import type { GeneratedBy } from "./generated/generated.ts";
import type { Ignores } from "./ignores.ts";
import type { LearnedFacts } from "./learned-facts.ts";
import type { GuardOf } from "./owner/guarded-places.ts";
import type { Names } from "./owner/names.ts";
import { plainName } from "./owner/plain-name.ts";
import type { Train } from "./owner/train.ts";
import type { WrittenBeside } from "./owner/written-beside.ts";
import type { PlaceHistory } from "./past/place-history.ts";
import type { UnfollowedAfter } from "./unfollowed/unfollowed-commands.ts";

/** Everything that a verdict is found with, made once per audit. */
export interface Evidence {
  readonly config: Config;
  readonly repository: Repository;
  readonly workspace: Workspace;
  readonly train: Train;
  /** The trains that the release moves, the main one first; it is `train`, seen from what declares it. */
  readonly trains: readonly MovedTrain[];
  /** The trains that the configuration of the release declares and that do not move this time. */
  readonly resting: readonly DeclaredTrain[];
  readonly names: Names;
  readonly generatedBy: GeneratedBy;
  /** The versions that generators were given, by output. */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ignores: Ignores;
  /** What past releases did with a place, see `learnedFrom`. */
  readonly learned: LearnedFacts;
  /** What places held on the days of former releases. */
  readonly past: PlaceHistory;
  readonly unfollowedAfter: UnfollowedAfter;
  /** True where nothing but past releases tells what the next one writes. */
  readonly isLearned: boolean;
  /** True where packages are released only when they have changed, as past releases or the release itself show. */
  readonly isSelective: boolean;
  /** True for what lies in a folder that the configuration of a release tool leaves out by name. */
  isLeftOut(place: { readonly path: string }): boolean;
  /** True where the release writes test data of a file that is called as this one, and a requirement of the same package. */
  writesAlike(place: Pick<Occurrence, "path" | "kind" | "subject">): boolean;
  readonly writtenBeside: WrittenBeside;
  readonly guardOf: GuardOf;
  /** What was already found out about versions: whether the train holds or held them. */
  readonly ofTrain: Map<string, boolean>;
  readonly npmByName: ReadonlyMap<string, readonly NpmPackage[]>;
  readonly npmByManifest: ReadonlyMap<string, NpmPackage>;
  readonly crateByName: ReadonlyMap<string, readonly Crate[]>;
  readonly crateByManifest: ReadonlyMap<string, Crate>;
  /** By their plain names, see `plainName`. */
  readonly packageByName: ReadonlyMap<string, readonly DefinedPackage[]>;
}

/** What the evidence follows from. */
type Grounds = Pick<
  Evidence,
  | "config"
  | "repository"
  | "workspace"
  | "train"
  | "trains"
  | "resting"
  | "names"
  | "generatedBy"
  | "given"
  | "ignores"
  | "learned"
  | "past"
  | "unfollowedAfter"
  | "isLearned"
  | "isSelective"
  | "isLeftOut"
  | "writesAlike"
  | "writtenBeside"
  | "guardOf"
>;

/** Gathers the evidence for the judge: what is known, and the packages by their names and manifests. */
export function gatherEvidence(grounds: Grounds): Evidence {
  const { workspace } = grounds;
  return {
    ...grounds,
    ofTrain: new Map(),
    npmByName: groupBy(workspace.npm, (pkg) => pkg.name),
    npmByManifest: new Map(workspace.npm.map((pkg) => [pkg.manifest, pkg])),
    crateByName: groupBy(workspace.crates, (crate) => crate.name),
    crateByManifest: new Map(workspace.crates.map((crate) => [crate.manifest, crate])),
    packageByName: groupBy(workspace.packages, ({ name }) => plainName(name)),
  };
}
