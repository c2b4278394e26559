import { isTestOrExample } from "../../../repository/files/test-or-example.ts";
import { within } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import { counted } from "../../../repository/text/counted.ts";
import { isObject } from "../../../sandbox/programs/json-file.ts";
import { mainFirst } from "../main-train.ts";
import type { DeclaredTrain, ReleaseTool, ToolPlan, ToolRelease } from "../release-tool.ts";
import { versionHook } from "../shared/covering/javascript-entries.ts";
import { runLifecycle } from "../shared/javascript/lifecycle.ts";
import { jsonObject, type Manifest } from "../shared/javascript/manifest.ts";
import { isGivenUp } from "./given-up.ts";
import { localRequirements } from "./local-requirements.ts";
import { refreshLockfile } from "./lockfile.ts";
import { type LernaSettings, readLerna } from "./settings.ts";
import { collectUpdates, type Updates } from "./updates.ts";
import { writePackage } from "./write-packages.ts";

/**
 * lerna, and lerna-lite, which reads the same file: all packages at one version, or each at its own. Changelogs follow from
 * commit messages and are not written here.
 * https://github.com/lerna/lerna/blob/main/libs/commands/version/README.md
 */
export const lerna: ReleaseTool = {
  id: "lerna",
  recognise: (repository) => lernaPlan(repository),
  covering: versionHook,
};

/**
 * What lerna would do here; null where it versions nothing.
 * @param adapt what a program that starts lerna tells it beyond its own configuration
 */
export function lernaPlan(
  repository: Repository,
  adapt: (settings: LernaSettings) => LernaSettings = (settings) => settings,
): ToolPlan | null {
  const path = repository.paths
    .filter((one) => /(?:^|\/)lerna\.json$/u.test(one) && !isTestOrExample(one))
    .sort((a, b) => a.split("/").length - b.split("/").length)[0];
  const read = path === undefined ? null : readLerna(repository, path);
  if (path === undefined || read === null || read.packages.length === 0) return null;
  const settings = adapt(read);
  if (isGivenUp(settings, repository)) return null;
  const updates = collectUpdates(repository, settings);
  const trains = mainFirst(trainsOf(settings), repository);
  const { call, version } = settings;
  const mode = version === null ? "a version for each package" : "one version for all packages";
  const which =
    updates.tag === null
      ? `${counted(updates.packages.length, "package")}`
      : `${updates.packages.length} of ${counted(settings.packages.length, "package")} changed since ${updates.tag}`;
  return {
    config: settings.config.originOf("version"),
    why: `${path} gives ${mode}, ${which}`,
    call: call?.script != null ? `npm run ${call.script}` : "npx lerna version {version}",
    trains,
    apply: (host) => apply(host, settings, updates, trains),
  };
}

function trainsOf({
  version,
  packages,
  root,
  tagPrefix,
  tagSeparator,
}: LernaSettings): readonly DeclaredTrain[] {
  if (version !== null)
    return [
      {
        name: "",
        current: version,
        folders: packages.map(({ dir }) => dir),
        packages: packages.map(({ name }) => name),
        tag: `${tagPrefix}{version}`,
      },
    ];
  return packages.map(({ name, dir, version: own }) => ({
    name: dir === root ? "" : name,
    current: own,
    folders: [dir],
    packages: [name],
    tag: `${name}${tagSeparator}{version}`,
  }));
}

async function apply(
  host: ToolRelease,
  settings: LernaSettings,
  { packages }: Updates,
  trains: readonly DeclaredTrain[],
): Promise<void> {
  const { root, version, withScripts } = settings;
  const released = new Map<string, string>();
  for (const { name } of packages) {
    const train = trains.find((one) => one.packages.includes(name));
    if (train !== undefined) released.set(name, host.targetOf(train));
  }
  const stage = async (dir: string, name: string) => {
    if (withScripts) await runLifecycle(host, dir, name);
  };
  const isRooted = settings.packages.some(({ dir }) => dir === root);
  if (!isRooted) await stage(root, "preversion");
  for (const manifest of inOrder(packages)) {
    await stage(manifest.dir, "preversion");
    writePackage(host, manifest, settings, (name) => released.get(name) ?? null);
    await stage(manifest.dir, "version");
  }
  const [first] = released.values();
  if (version !== null && first !== undefined) writeConfig(host, settings, first);
  if (!isRooted) await stage(root, "version");
  await refreshLockfile(host, settings);
  if (!settings.withTags) return;
  for (const { dir } of packages) await stage(dir, "postversion");
  if (!isRooted) await stage(root, "postversion");
}

/** lerna.json with the version of the repository, in the format of lerna, which puts no line break at its end. */
function writeConfig(host: ToolRelease, { config, root }: LernaSettings, version: string): void {
  const path = within(root, "lerna.json");
  const content = jsonObject(host.read(path)) ?? (isObject(config.value) ? config.value : null);
  if (content !== null)
    host.write(path, JSON.stringify({ ...content, version }, null, 2), config.originOf("version"));
}

/** Whoever is required comes first; packages in a circle keep their order. */
function inOrder(packages: readonly Manifest[]): readonly Manifest[] {
  const rest = [...packages];
  const ordered: Manifest[] = [];
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ name }) => name));
    const isReady = (manifest: Manifest) =>
      localRequirements(manifest, packages).every(({ name }) => name === manifest.name || !waiting.has(name));
    const index = Math.max(rest.findIndex(isReady), 0);
    ordered.push(...rest.splice(index, 1));
  }
  return ordered;
}
