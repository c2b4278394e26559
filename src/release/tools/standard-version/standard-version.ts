import type { Repository } from "../../../repository/repository.ts";
import { isObject } from "../../../sandbox/programs/json-file.ts";
import type { ReleaseTool, ToolPlan, ToolRelease } from "../release-tool.ts";
import { standardVersionFile } from "../shared/covering/javascript-entries.ts";
import { jsonObject } from "../shared/javascript/manifest.ts";
import { managerOf } from "../shared/javascript/package-manager.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { bumpFile, bumpFilesOf } from "./bump-file.ts";
import { readStandardVersion, type StandardVersionSettings } from "./settings.ts";

/**
 * standard-version, and commit-and-tag-version, which goes on from it. The changelog follows from commit messages and is
 * not written here. https://github.com/conventional-changelog/standard-version
 */
export const standardVersion: ReleaseTool = tool("standard-version");

/** https://github.com/absolute-version/commit-and-tag-version */
export const commitAndTagVersion: ReleaseTool = tool("commit-and-tag-version");

function tool(id: string): ReleaseTool {
  return { id, recognise: (repository) => recognise(repository, id), covering: standardVersionFile };
}

function recognise(repository: Repository, id: string): ToolPlan | null {
  const settings = readStandardVersion(repository, id);
  if (settings === null) return null;
  const { options, call, config, origin } = settings;
  const name = jsonObject(repository.has("package.json") ? repository.read("package.json") : null)?.["name"];
  const prefix = options["tagPrefix"];
  const train = {
    ...{ name: "", current: currentOf(repository, settings), folders: [""] },
    packages: typeof name === "string" ? [name] : [],
    tag: `${typeof prefix === "string" ? prefix : "v"}{version}`,
  };
  const said = call?.script ?? null;
  return {
    config: origin,
    why: `${config?.path ?? origin.path} ${config === null ? "calls" : "configures"} ${id}`,
    call: said === null ? `npx ${id} --release-as {version}` : `${managerOf(repository)} run ${said}`,
    trains: [train],
    apply: (host) => apply(host, settings, () => host.targetOf(train)),
  };
}

/** The version of the first of the files that it is read from. */
function currentOf(repository: Repository, settings: StandardVersionSettings): string | null {
  try {
    for (const { filename } of bumpFilesOf(settings, "packageFiles")) {
      const text = repository.has(filename) ? repository.read(filename) : null;
      const version = jsonObject(text)?.["version"] ?? /^\s*v?(\d+\.\d+\.\d\S*)\s*$/u.exec(text ?? "")?.[1];
      if (typeof version === "string") return version;
    }
    return null;
  } catch (error) {
    if (error instanceof ToolRefusal) return null;
    throw error;
  }
}

async function apply(
  host: ToolRelease,
  settings: StandardVersionSettings,
  target: () => string,
): Promise<void> {
  const { options } = settings;
  const skipped = isObject(options["skip"]) ? options["skip"] : {};
  const stage = (name: string) => runHook(host, settings, name);
  if (skipped["bump"] !== true) {
    await stage("prerelease");
    await stage("prebump");
    const version = target();
    const files = bumpFilesOf(settings, "bumpFiles");
    // Scripts come last, so that the rest is known where one of them cannot be run.
    const own = files.filter(({ updater }) => typeof updater === "function" || updater === null);
    for (const file of [...own, ...files.filter((one) => !own.includes(one))])
      await bumpFile(host, file, version);
    await stage("postbump");
  }
  for (const part of ["changelog", "commit", "tag"]) {
    if (skipped[part] === true) continue;
    await stage(`pre${part}`);
    await stage(`post${part}`);
  }
}

/** https://github.com/absolute-version/commit-and-tag-version#lifecycle-scripts */
async function runHook(host: ToolRelease, settings: StandardVersionSettings, name: string): Promise<void> {
  const { options, config, prefix, origin } = settings;
  const scripts = options["scripts"];
  const line = isObject(scripts) ? scripts[name] : undefined;
  if (typeof line !== "string") return;
  const place = config?.originOf(...prefix, "scripts", name) ?? origin;
  const { exitCode } = await host.run(line, { origin: place });
  if (exitCode !== 0) throw new ToolRefusal(`the script ${name} ended with exit code ${exitCode}`, place);
}
