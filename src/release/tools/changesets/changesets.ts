import { isTestOrExample } from "../../../repository/files/test-or-example.ts";
import { folderOf, within } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import { counted } from "../../../repository/text/counted.ts";
import type { DeclaredTrain, ReleaseTool, ToolPlan, ToolRelease } from "../release-tool.ts";
import { behindCommand } from "../shared/covering/javascript-entries.ts";
import { placeIn } from "../shared/javascript/config.ts";
import { javaScriptWorkspace, packageIn, packagesAt } from "../shared/javascript/workspace.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { type Changeset, changesetsIn } from "./pending.ts";
import { readPreState } from "./pre-state.ts";
import { isSkipped, type PlannedRelease, planReleases, type Situation } from "./release-plan.ts";
import { readSettings } from "./settings.ts";
import { changesetsTrains } from "./trains.ts";
import { type VersionCall, versionCall } from "./version-call.ts";
import { writeReleases } from "./write-releases.ts";

/**
 * changesets, by its own configuration and the changesets that are pending. Where none is, every package that it versions
 * counts as if a changeset named it for a patch. https://github.com/changesets/changesets/tree/main/docs
 */
export const changesets: ReleaseTool = {
  id: "changesets",
  recognise,
  covering: behindCommand("changeset version"),
};

function recognise(repository: Repository): ToolPlan | null {
  const path = repository.paths
    .filter((one) => /(?:^|\/)\.changeset\/config\.json$/u.test(one) && !isTestOrExample(one))
    .sort((a, b) => a.split("/").length - b.split("/").length)[0];
  if (path === undefined) return null;
  const root = folderOf(folderOf(path));
  const read = readSituation(repository, path, root);
  const call = versionCall(repository);
  const common = { config: placeIn(path), call: call?.typed ?? "npx changeset version" };
  if (read instanceof ToolRefusal) {
    const train = { name: "", current: null, folders: [root], packages: [], tag: null };
    const apply = () => Promise.reject(read);
    return { ...common, why: `${path} configures it, but ${read.message}`, trains: [train], apply };
  }
  const { situation, isSupposed } = read;
  const releases = planReleases(situation);
  const trains = changesetsTrains(situation, releases, repository);
  if (trains.length === 0) return null;
  const asked = isSupposed
    ? "no changeset is pending, so that every package counts"
    : `${counted(situation.changesets.length, "changeset")} pending`;
  return {
    ...common,
    why: `${path} configures ${counted(trains.length, "train")}, ${asked}`,
    trains,
    apply: (host) => apply(host, { situation, releases, trains, call }),
  };
}

/** Everything that `changeset version` decides by; a refusal where it would end with an error. */
function readSituation(
  repository: Repository,
  path: string,
  root: string,
): { situation: Situation; isSupposed: boolean } | ToolRefusal {
  const { globs } = javaScriptWorkspace(repository, root);
  const own = packageIn(repository, root);
  const packages = globs === null ? [own].filter((one) => one !== null) : packagesAt(repository, root, globs);
  try {
    const settings = readSettings(repository, path, packages);
    const changesets = changesetsIn(repository, folderOf(path));
    const pre = readPreState(repository, within(folderOf(path), "pre.json"));
    const situation = { root, packages, settings, changesets, pre };
    refuseStrangers(situation);
    if (planReleases(situation).some(({ type }) => type !== "none")) return { situation, isSupposed: false };
    const supposed = supposedChangeset(situation);
    return { situation: { ...situation, changesets: [...changesets, supposed] }, isSupposed: true };
  } catch (error) {
    if (error instanceof ToolRefusal) return error;
    throw error;
  }
}

/** Where nothing is pending: a patch of everything. It is no file, so that nothing is deleted for it. */
function supposedChangeset({ packages, settings }: Situation): Changeset {
  const releases = packages
    .filter((manifest) => !isSkipped(manifest, settings))
    .map(({ name }) => ({ name, type: "patch" as const, line: 1 }));
  return { id: "", path: settings.path, summary: "", releases };
}

/** changesets ends with an error for packages that it does not know, and where it should skip a part of a changeset. */
function refuseStrangers({ packages, settings, changesets }: Situation): void {
  for (const { path, releases } of changesets) {
    const isLeftOut = releases.map(({ name, line }) => {
      const manifest = packages.find((one) => one.name === name);
      if (manifest === undefined)
        throw new ToolRefusal(
          `${path} names ${name}, which is no package of the workspace`,
          placeIn(path, line),
        );
      return isSkipped(manifest, settings);
    });
    if (isLeftOut.includes(true) && isLeftOut.includes(false))
      throw new ToolRefusal(
        `${path} names packages that are ignored beside others that are not`,
        placeIn(path),
      );
  }
}

interface Release {
  readonly situation: Situation;
  readonly releases: readonly PlannedRelease[];
  readonly trains: readonly DeclaredTrain[];
  readonly call: VersionCall | null;
}

async function apply(host: ToolRelease, { situation, releases, trains, call }: Release): Promise<void> {
  const { settings } = situation;
  for (const { key, glob } of settings.unmatched)
    host.inert({
      origin: settings.originOf(key),
      message: `${JSON.stringify(glob)} in "${key}" names no package`,
    });
  if (call !== null && call.before !== "") {
    const { exitCode } = await host.run(call.before, { cwd: call.dir, origin: call.origin });
    if (exitCode !== 0)
      throw new ToolRefusal(`\`${call.before}\` ended with exit code ${exitCode}`, call.origin);
  }
  writeReleases(host, releases, situation, (release) => {
    const train = trains.find(({ packages }) => packages.includes(release.name));
    return train === undefined || release.type === "none" ? release.oldVersion : host.targetOf(train);
  });
  if (call !== null && call.after !== "") await host.run(call.after, { cwd: call.dir, origin: call.origin });
}
