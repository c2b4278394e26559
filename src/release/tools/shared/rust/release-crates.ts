import type { Repository } from "../../../../repository/repository.ts";
import type { Origin } from "../../../rehearsal.ts";
import { mainFirst } from "../../main-train.ts";
import type { ToolPlan } from "../../release-tool.ts";
import type { CrateGroup } from "./crate-trains.ts";
import { setCrateVersions } from "./set-crate-versions.ts";
import type { CrateWorkspace } from "./workspace-crates.ts";

/** How a tool was recognised that gives crates their versions. */
interface CrateTool {
  readonly repository: Repository;
  readonly origin: Origin;
  readonly why: string;
  readonly call: string;
}

/** The plan of a tool that gives crates their versions and does nothing else; null where there is none to release. */
export function cratePlan(
  workspace: CrateWorkspace,
  groups: readonly CrateGroup[],
  { repository, origin, why, call }: CrateTool,
): ToolPlan | null {
  if (groups.length === 0) return null;
  return {
    config: origin,
    why,
    call,
    trains: mainFirst(
      groups.map(({ train }) => train),
      repository,
    ),
    async apply(release) {
      const versions = groups.flatMap(({ crates, train }) => {
        const version = release.targetOf(train);
        return crates.map((crate) => [crate, version] as const);
      });
      setCrateVersions({ workspace, versions: new Map(versions), origin }, release);
    },
  };
}
