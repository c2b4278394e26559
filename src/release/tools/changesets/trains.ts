import type { Repository } from "../../../repository/repository.ts";
import { mainFirst, mainName } from "../main-train.ts";
import type { DeclaredTrain } from "../release-tool.ts";
import type { Manifest } from "../shared/javascript/manifest.ts";
import { highestVersion } from "./groups.ts";
import { isSkipped, type PlannedRelease, type Situation } from "./release-plan.ts";

/** Every fixed group, and every package that changesets versions outside of one, the main one first. */
export function changesetsTrains(
  { packages, settings, root }: Situation,
  releases: readonly PlannedRelease[],
  repository: Repository,
): readonly DeclaredTrain[] {
  const versioned = packages.filter((manifest) => !isSkipped(manifest, settings));
  const grouped = settings.fixed.map((group) => versioned.filter(({ name }) => group.includes(name)));
  const alone = versioned.filter(({ name }) => !settings.fixed.some((group) => group.includes(name)));
  const groups = [...grouped.filter((group) => group.length > 0), ...alone.map((manifest) => [manifest])];
  const isSingle = packages.length === 1 && packages[0]?.dir === root;
  const trains = groups.map((group) => trainOf(group, isSingle, releases, repository));
  return mainFirst(trains, repository);
}

function trainOf(
  group: readonly Manifest[],
  isSingle: boolean,
  releases: readonly PlannedRelease[],
  repository: Repository,
): DeclaredTrain {
  const names = group.map(({ name }) => name);
  const main = mainName(names, repository);
  const released = releases.find(({ name, type }) => names.includes(name) && type !== "none");
  return {
    name: isSingle ? "" : main,
    current: highestVersion(group.flatMap(({ version }) => version ?? [])) || null,
    folders: group.map(({ dir }) => dir),
    packages: names,
    tag: isSingle ? "v{version}" : `${main}@{version}`,
    ...(released !== undefined && { next: released.newVersion }),
  };
}
