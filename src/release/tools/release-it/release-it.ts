import { parseDocument } from "../../../repository/documents/parse-document.ts";
import type { Repository } from "../../../repository/repository.ts";
import { isObject } from "../../../sandbox/programs/json-file.ts";
import type { ReleaseTool, ToolPlan, ToolRelease } from "../release-tool.ts";
import { releaseItBumper } from "../shared/covering/javascript-entries.ts";
import { latestTagVersion } from "../shared/javascript/latest-version.ts";
import { runLifecycle } from "../shared/javascript/lifecycle.ts";
import { type Manifest, manifestOf } from "../shared/javascript/manifest.ts";
import { npmVersion } from "../shared/javascript/npm-version.ts";
import { managerOf } from "../shared/javascript/package-manager.ts";
import { keysOf } from "../shared/javascript/scalar-edit.ts";
import { javaScriptWorkspace, packageIn, packagesAt } from "../shared/javascript/workspace.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { bumperFile, writeBumperFile } from "./bumper.ts";
import { pluginOptions, type ReleaseItSettings, readReleaseIt } from "./settings.ts";
import { writeWorkspaces } from "./workspaces-plugin.ts";

const bumper = "@release-it/bumper";
const workspacePlugins = ["@release-it-plugins/workspaces", "release-it-yarn-workspaces"];

/**
 * release-it, with its own npm plugin, the bumper, workspaces, and the shell lines of its hooks. Changelogs follow from
 * commit messages and are not written here. https://github.com/release-it/release-it/tree/main/docs
 */
export const releaseIt: ReleaseTool = { id: "release-it", recognise, covering: releaseItBumper };

function recognise(repository: Repository): ToolPlan | null {
  const settings = readReleaseIt(repository);
  if (settings === null) return null;
  const { call, path, originOf } = settings;
  const own = packageIn(repository, "");
  const workspaces = workspacesOf(repository, settings);
  const current = currentOf(repository, settings, own);
  const train = {
    ...{ name: "", current, tag: tagOf(settings), folders: ["", ...workspaces.map(({ dir }) => dir)] },
    packages: [...(own === null ? [] : [own.name]), ...workspaces.map(({ name }) => name)],
  };
  return {
    config: originOf(),
    why: `${path} ${call !== null && path === call.origin.path && call.script !== null ? "calls" : "configures"} release-it`,
    call: call?.script != null ? `${managerOf(repository)} run ${call.script}` : "npx release-it {version}",
    trains: [train],
    apply: (host) =>
      apply(host, settings, { latest: current ?? "", next: () => host.targetOf(train), workspaces }),
  };
}

function workspacesOf(repository: Repository, settings: ReleaseItSettings): readonly Manifest[] {
  const plugin = workspacePlugins.map((name) => pluginOptions(settings, name)).find((one) => one !== null);
  if (plugin == null) return [];
  const { workspaces } = plugin;
  const given = Array.isArray(workspaces) ? workspaces.filter((one) => typeof one === "string") : null;
  return packagesAt(repository, "", given ?? javaScriptWorkspace(repository, "").globs ?? []);
}

/** What the first plugin says that knows: the bumper's `in`, package.json, a tag. */
function currentOf(repository: Repository, settings: ReleaseItSettings, own: Manifest | null): string | null {
  const file = bumperFile(pluginOptions(settings, bumper)?.["in"]);
  const text = file !== null && repository.has(file.file) ? repository.read(file.file) : null;
  if (file !== null && text !== null) {
    const keys = keysOf(file.paths[0] ?? "version");
    const scalar = parseDocument(`x.${file.type}`, text).scalars.find(
      ({ path }) => path.length === keys.length && path.every((key, index) => key === keys[index]),
    );
    const version = file.type === "text" ? text.trim() : scalar?.value;
    if (typeof version === "string") return version;
  }
  const { npm } = settings.options;
  const isIgnored = npm === false || (isObject(npm) && npm["ignoreVersion"] === true);
  return (isIgnored ? null : (own?.version ?? null)) ?? latestTagVersion(repository);
}

function tagOf({ options }: ReleaseItSettings): string | null {
  const git = options["git"];
  if (git === false || (isObject(git) && git["tag"] === false)) return null;
  const name = isObject(git) ? git["tagName"] : undefined;
  return typeof name === "string" && !/\$\{(?!version)/u.test(name)
    ? name.replace(/\$\{version\}/u, "{version}")
    : "{version}";
}

interface Versions {
  readonly latest: string;
  readonly next: () => string;
  readonly workspaces: readonly Manifest[];
}

async function apply(host: ToolRelease, settings: ReleaseItSettings, versions: Versions): Promise<void> {
  const { options, originOf, path } = settings;
  if (settings.isComputed) throw new ToolRefusal(`${path} is computed by a script`, originOf());
  const version = versions.next();
  const hook = (name: string) => runHooks(host, settings, name, { latest: versions.latest, next: version });
  await hook("before:init");
  await hook("after:init");
  await hook("before:bump");
  const refused = await bumpPlugins(host, settings, { version, versions, hook });
  if (options["npm"] !== false && manifestOf("package.json", host.read("package.json")) !== null) {
    await hook("before:npm:bump");
    await bumpNpm(host, settings, version);
    await hook("after:npm:bump");
  }
  await hook("after:bump");
  for (const name of ["before:git:release", "before:release", "after:git:release"]) await hook(name);
  for (const name of ["before:npm:release", "after:npm:release", "after:release"]) await hook(name);
  if (refused !== null) throw refused;
}

/** Plugins from elsewhere come before those of release-it itself. */
async function bumpPlugins(
  host: ToolRelease,
  settings: ReleaseItSettings,
  {
    version,
    versions: { latest, workspaces },
    hook,
  }: {
    readonly version: string;
    readonly versions: Versions;
    readonly hook: (name: string) => Promise<void>;
  },
): Promise<ToolRefusal | null> {
  let refused: ToolRefusal | null = null;
  for (const name of workspacePlugins) {
    const options = pluginOptions(settings, name);
    if (options !== null)
      await writeWorkspaces(host, workspaces, {
        options,
        version,
        origin: settings.originOf("plugins", name),
      });
  }
  const out = pluginOptions(settings, bumper)?.["out"];
  if (out === undefined) return null;
  await hook(`before:${bumper}:bump`);
  for (const [index, entry] of (Array.isArray(out) ? out : [out]).entries()) {
    const keys = Array.isArray(out) ? ["plugins", bumper, "out", index] : ["plugins", bumper, "out"];
    const origin = settings.originOf(...keys);
    const file = bumperFile(entry);
    try {
      if (file === null) throw new ToolRefusal("an entry of the bumper is computed by a script", origin);
      const paths = /[*?{[\]]/u.test(file.file) ? host.glob([file.file]) : [file.file];
      if (paths.length === 0) host.inert({ origin, message: `${file.file} matches no file` });
      for (const path of paths)
        writeBumperFile(host, path, { file, versions: { latest, next: version }, origin });
    } catch (error) {
      // The rest is known all the same, so the release is refused at its end.
      if (!(error instanceof ToolRefusal)) throw error;
      refused ??= error;
    }
  }
  await hook(`after:${bumper}:bump`);
  return refused;
}

async function bumpNpm(
  host: ToolRelease,
  { options, originOf }: ReleaseItSettings,
  version: string,
): Promise<void> {
  const { npm } = options;
  const args = isObject(npm) && Array.isArray(npm["versionArgs"]) ? npm["versionArgs"] : [];
  const withScripts = !args.includes("--ignore-scripts");
  await npmVersion(host, "", version, { origin: originOf("npm"), withScripts });
  if (withScripts) await runLifecycle(host, "", "postversion");
}

/** https://github.com/release-it/release-it/blob/main/README.md#hooks */
async function runHooks(
  host: ToolRelease,
  { options, originOf, repo }: ReleaseItSettings,
  name: string,
  { latest, next }: { latest: string; next: string },
): Promise<void> {
  const hooks = options["hooks"];
  const given = isObject(hooks) ? hooks[name] : undefined;
  const lines: readonly unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  const own = manifestOf("package.json", host.read("package.json"));
  for (const line of lines) {
    const origin = originOf("hooks", name);
    if (typeof line !== "string") throw new ToolRefusal(`the hook ${name} is computed by a script`, origin);
    const known: Readonly<Record<string, string>> = {
      version: next,
      latestVersion: latest,
      name: own?.name ?? "",
      tagName: next,
      changelog: "",
      ...Object.fromEntries(Object.entries(repo).map(([part, value]) => [`repo.${part}`, value])),
    };
    const filled = line.replace(/\$\{([\w.]{1,40})\}/gu, (whole, key: string) => known[key] ?? whole);
    const { exitCode } = await host.run(filled, { origin });
    if (exitCode !== 0) throw new ToolRefusal(`the hook ${name} ended with exit code ${exitCode}`, origin);
  }
}
