import semver from "semver";
import { folderOf } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import { isObject } from "../../../sandbox/programs/json-file.ts";
import type { DeclaredTrain, ReleaseTool, ToolPlan, ToolRelease } from "../release-tool.ts";
import { bumppFile } from "../shared/covering/javascript-entries.ts";
import { Computed } from "../shared/javascript/config-script.ts";
import { runLifecycle } from "../shared/javascript/lifecycle.ts";
import { jsonObject, manifestOf } from "../shared/javascript/manifest.ts";
import { managerOf } from "../shared/javascript/package-manager.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { bumpedFiles } from "./bumped-files.ts";
import { manifestVersion } from "./manifest-version.ts";
import { type BumppSettings, readBumpp } from "./settings.ts";
import { bumpedText } from "./write-file.ts";

/** bumpp, with the scripts of npm around it. https://github.com/antfu-collective/bumpp#readme */
export const bumpp: ReleaseTool = { id: "bumpp", recognise, covering: bumppFile };

function recognise(repository: Repository): ToolPlan | null {
  const settings = readBumpp(repository);
  if (settings === null) return null;
  const { config, call, origin } = settings;
  const paths = pathsOf(repository, settings);
  const current = currentOf(repository, settings, paths);
  if (current === null) return null;
  const manifests = paths.flatMap((path) => manifestOf(path, repository.read(path)) ?? []);
  const train = {
    ...{ name: "", current, tag: tagOf(settings) },
    folders: [...new Set(["", ...manifests.map(({ path }) => folderOf(path))])],
    packages: [...new Set(manifests.map(({ name }) => name))],
  };
  const script = call?.script ?? null;
  const calling = script === null ? "a line calls" : `the script ${JSON.stringify(script)} calls`;
  return {
    config: origin,
    why: config === null ? `${calling} bumpp` : `${config.path} configures bumpp`,
    call: script === null ? "npx bumpp {version}" : `${managerOf(repository)} run ${script}`,
    trains: [train],
    apply: (host) => apply(host, repository, settings, train),
  };
}

/** Empty where a script computes them; the rehearsal then says so. */
function pathsOf(repository: Repository, settings: BumppSettings): readonly string[] {
  try {
    return bumpedFiles(repository, settings).flatMap(({ paths }) => paths);
  } catch (error) {
    if (error instanceof ToolRefusal) return ["package.json"].filter((path) => repository.has(path));
    throw error;
  }
}

/** The version of the first JSON file of the list that holds one, else of package.json. */
function currentOf(
  repository: Repository,
  { options }: BumppSettings,
  paths: readonly string[],
): string | null {
  const given = options["currentVersion"];
  if (typeof given === "string") return given;
  const tried = [
    ...paths.filter((path) => path.endsWith(".json")),
    ...["package.json", "deno.json", "deno.jsonc"],
  ];
  for (const path of tried) {
    const { version } = manifestVersion((repository.has(path) ? repository.read(path) : null) ?? "");
    if (semver.valid(version) !== null) return version;
  }
  return null;
}

function tagOf({ options }: BumppSettings): string | null {
  const { tag = true } = options;
  if (typeof tag !== "string") return tag === false ? null : "v{version}";
  if (tag.includes("{version}")) return tag;
  return tag.includes("%s") ? tag.replace("%s", "{version}") : `${tag}{version}`;
}

async function apply(
  host: ToolRelease,
  repository: Repository,
  settings: BumppSettings,
  train: DeclaredTrain,
): Promise<void> {
  const { options, call, config, origin } = settings;
  const files = bumpedFiles(repository, settings);
  if (call !== null && call.before !== "") await run(host, call.before, settings);
  const target = host.targetOf(train);
  const stage = async (name: string) => {
    if (options["ignoreScripts"] !== true) await runScript(host, name);
  };
  await stage("preversion");
  for (const { glob, isDeclared, index, paths } of files) {
    const place = isDeclared ? (config?.originOf("files", index) ?? origin) : origin;
    const inert = (message: string) => {
      if (isDeclared) host.inert({ origin: place, message: `${glob} ${message}` });
    };
    if (paths.length === 0) inert("names no file");
    for (const path of paths) {
      const text = host.read(path);
      if (text === null) continue;
      const written = bumpedText(path, text, { current: train.current ?? "", target });
      if (written === text) inert(`does not hold ${train.current}, and is passed over`);
      else host.write(path, written, place);
    }
  }
  if (options["install"] === true) await run(host, `${managerOf(repository)} install`, settings);
  const refused = await execute(host, settings, { current: train.current ?? "", target });
  await stage("version");
  await stage("postversion");
  if (call !== null && call.after !== "" && call.script !== null) await host.run(call.after, { origin });
  if (refused !== null) throw refused;
}

/** `npm run` starts what is called before and after a script as well, so that `version` brings its neighbours along. */
async function runScript(host: ToolRelease, name: string): Promise<void> {
  const scripts = jsonObject(host.read("package.json"))?.["scripts"];
  if (!isObject(scripts) || typeof scripts[name] !== "string" || scripts[name] === "") return;
  for (const stage of [`pre${name}`, name, `post${name}`]) await runLifecycle(host, "", stage);
}

/** A line is not handed to a shell; a function of the configuration is run in Node, where it is told the versions. */
async function execute(
  host: ToolRelease,
  settings: BumppSettings,
  { current, target }: { readonly current: string; readonly target: string },
): Promise<ToolRefusal | null> {
  const { options, config } = settings;
  const given = options["execute"];
  if (typeof given === "string" && given !== "") await run(host, given, settings);
  if (!(given instanceof Computed) || config === null) return null;
  const state = JSON.stringify({ currentVersion: current, newVersion: target });
  const program = `import("./${config.path}").then((m) => m.default.execute({ state: ${state}, options: { cwd: process.cwd() } }))`;
  const { exitCode } = await host.run(`node -e '${program}'`, { origin: config.originOf("execute") });
  // The files that bumpp itself writes are known all the same, so the release is refused at its end.
  return exitCode === 0
    ? null
    : new ToolRefusal("execute is a function that could not be run", config.originOf("execute"));
}

async function run(host: ToolRelease, line: string, { origin }: BumppSettings): Promise<void> {
  const { exitCode } = await host.run(line, { origin });
  if (exitCode !== 0) throw new ToolRefusal(`\`${line}\` ended with exit code ${exitCode}`, origin);
}
