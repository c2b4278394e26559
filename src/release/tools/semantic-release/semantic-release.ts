import picomatch from "picomatch";
import type { Repository } from "../../../repository/repository.ts";
import { historyOf } from "../../released-versions.ts";
import { latestTagged } from "../latest-tag.ts";
import type { DeclaredTrain, ReleaseTool, ToolPlan, ToolRelease } from "../release-tool.ts";
import { semanticReleaseReplacement } from "../shared/covering/javascript-entries.ts";
import { runLifecycle } from "../shared/javascript/lifecycle.ts";
import { manifestOf } from "../shared/javascript/manifest.ts";
import { npmVersion } from "../shared/javascript/npm-version.ts";
import { packageIn } from "../shared/javascript/workspace.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { replaceIn } from "./replacements.ts";
import { type Plugin, readSemanticRelease, type SemanticReleaseSettings } from "./settings.ts";
import { filledTemplate, type TemplateContext } from "./template.ts";

/**
 * semantic-release: its plugins prepare the work tree, and what remains of that is what `@semantic-release/git` commits.
 * Without that plugin a release is a tag, and the tree keeps what it holds.
 * https://semantic-release.gitbook.io/semantic-release/usage/plugins
 */
export const semanticRelease: ReleaseTool = {
  id: "semantic-release",
  recognise,
  covering: semanticReleaseReplacement,
};

function recognise(repository: Repository): ToolPlan | null {
  const settings = readSemanticRelease(repository);
  if (settings === null) return null;
  const own = packageIn(repository, "");
  const { path, originOf, plugins, tag } = settings;
  const current = currentOf(repository, tag, own?.version ?? null);
  const train = { name: "", current, folders: [""], packages: own === null ? [] : [own.name], tag };
  const commits = plugins?.some(({ name }) => name === gitPlugin) ?? true;
  return {
    config: originOf("plugins"),
    why: `${path} configures semantic-release${commits ? "" : ", which commits nothing"}`,
    call: "npx semantic-release",
    trains: [train],
    apply: (host) => apply(host, settings, train),
  };
}

/**
 * The newest tag of its form. Where the root holds the newest release of tags of another form, those are the custom: what
 * is configured has been tried once, and something else releases and writes the tree since.
 */
function currentOf(repository: Repository, tag: string, held: string | null): string | null {
  const tagged = latestTagged(repository, tag);
  return held !== null && historyOf(repository.git).latest === held ? held : (tagged ?? held);
}

const gitPlugin = "@semantic-release/git";

/** Plugins that change no file which a release owes the version. */
const harmless =
  /^@semantic-release\/(?:commit-analyzer|release-notes-generator|changelog|github|gitlab|error)$|^semantic-release-(?:slack-bot|discord\S*|export-data|gitmoji|github-pullrequest|docker|vsce-publish|telegram|ms-teams)$|^conventional-changelog-/u;

/** What is committed of the files that are other than before; kept from step to step. */
type Committed = Set<string>;

async function apply(
  host: ToolRelease,
  settings: SemanticReleaseSettings,
  train: DeclaredTrain,
): Promise<void> {
  const { path, originOf, plugins, tag } = settings;
  if (plugins === null)
    throw new ToolRefusal(`the plugins of ${path} are computed, or shared by a package`, originOf("plugins"));
  const version = host.targetOf(train);
  const named = (one: string) => tag.replace("{version}", one);
  const context: TemplateContext = {
    "nextRelease.version": version,
    "nextRelease.gitTag": named(version),
    "nextRelease.name": named(version),
    "nextRelease.type": "patch",
    "nextRelease.notes": "",
    "lastRelease.version": train.current ?? "",
    "lastRelease.gitTag": named(train.current ?? ""),
    "lastRelease.name": named(train.current ?? ""),
    "branch.name": "main",
  };
  const committed: Committed = new Set();
  for (const step of ["verifyReleaseCmd", "generateNotesCmd"])
    for (const plugin of plugins)
      if (isExec(plugin)) await runCommand(host, settings, { plugin, step, context });
  const unknown: Plugin[] = [];
  for (const plugin of plugins) {
    const isKnown = await prepare(host, settings, { plugin, context, committed });
    if (!isKnown) unknown.push(plugin);
  }
  host.keepOnly((one) => committed.has(one));
  const [first] = unknown;
  if (first !== undefined)
    throw new ToolRefusal(`what the plugin ${first.name} writes is not known`, originOf(...first.keys));
}

/** Lets one plugin prepare the release; false for one whose meaning is not known. */
async function prepare(
  host: ToolRelease,
  settings: SemanticReleaseSettings,
  {
    plugin,
    context,
    committed,
  }: { readonly plugin: Plugin; readonly context: TemplateContext; readonly committed: Committed },
): Promise<boolean> {
  const { name, options, keys } = plugin;
  const origin = settings.originOf(...keys);
  if (name === "@semantic-release/npm") await prepareNpm(host, settings, plugin, context);
  else if (isExec(plugin)) await runCommand(host, settings, { plugin, step: "prepareCmd", context });
  else if (/(?:^|\/)semantic-release-replace-plugin$/u.test(name)) {
    const entries = options["replacements"];
    if (!Array.isArray(entries)) throw new ToolRefusal("the replacements are computed by a script", origin);
    for (const [index, entry] of entries.entries())
      replaceIn(host, entry, context, settings.originOf(...keys, "replacements", index));
  } else if (name === gitPlugin) {
    const isAsset = assetMatcher(options["assets"]);
    if (isAsset === null) throw new ToolRefusal("the assets of the commit are computed by a script", origin);
    for (const path of host.list()) if (isAsset(path)) committed.add(path);
  } else return harmless.test(name);
  return true;
}

/** https://github.com/semantic-release/npm/blob/master/lib/prepare.js: the tag and the commit are not npm's. */
async function prepareNpm(
  host: ToolRelease,
  settings: SemanticReleaseSettings,
  { options, keys }: Plugin,
  context: TemplateContext,
): Promise<void> {
  const root = options["pkgRoot"];
  const dir = typeof root === "string" ? root.replace(/^\.\/?/u, "").replace(/\/$/u, "") : "";
  const path = dir === "" ? "package.json" : `${dir}/package.json`;
  // A folder that is only built before a release is no part of the tree.
  if (manifestOf(path, host.read(path)) === null) return;
  const origin = settings.originOf(...keys);
  await npmVersion(host, dir, context["nextRelease.version"] ?? "", { origin, withScripts: true });
  await runLifecycle(host, dir, "postversion");
}

function isExec({ name }: Plugin): boolean {
  return name === "@semantic-release/exec";
}

/** https://github.com/semantic-release/exec/blob/master/lib/exec.js: `cmd` stands for a step that has none. */
async function runCommand(
  host: ToolRelease,
  settings: SemanticReleaseSettings,
  {
    plugin: { options, keys },
    step,
    context,
  }: { readonly plugin: Plugin; readonly step: string; readonly context: TemplateContext },
): Promise<void> {
  const key = step in options ? step : "cmd";
  const given = options[key];
  if (given === undefined) return;
  const origin = settings.originOf(...keys, key);
  if (typeof given !== "string") throw new ToolRefusal(`${key} is computed by a script`, origin);
  const folder = options["execCwd"];
  const cwd = typeof folder === "string" ? folder.replace(/^\.\/?/u, "").replace(/\/$/u, "") : "";
  const { exitCode } = await host.run(filledTemplate(given, context, origin), { cwd, origin });
  if (exitCode !== 0) throw new ToolRefusal(`${key} ended with exit code ${exitCode}`, origin);
}

const usualAssets = ["CHANGELOG.md", "package.json", "package-lock.json", "npm-shrinkwrap.json"];

/**
 * Which of the changed files the commit takes: each asset is a glob, a folder, or a list whose globs with `!` take away.
 * Null for one that a script computes. https://github.com/semantic-release/git#assets
 */
function assetMatcher(assets: unknown): ((path: string) => boolean) | null {
  if (assets === false) return () => false;
  const listed: readonly unknown[] = Array.isArray(assets) ? assets : [assets];
  const groups = (assets === undefined || assets === null ? usualAssets : listed).map(groupOf);
  const matchers = groups.map((globs) => {
    if (globs === null) return null;
    const meant = globs.filter((glob) => !glob.startsWith("!")).flatMap((glob) => [glob, `${glob}/**`]);
    const ignore = globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
    return picomatch(meant, { ignore, dot: true });
  });
  if (matchers.includes(null)) return null;
  return (path) => matchers.some((matches) => matches?.(path) === true);
}

function groupOf(asset: unknown): readonly string[] | null {
  const named = typeof asset === "object" && asset !== null && "path" in asset ? asset.path : asset;
  const globs: readonly unknown[] = Array.isArray(named) ? named : [named];
  const texts = globs
    .filter((glob) => typeof glob === "string")
    .map((glob) => glob.replace(/^(!?)\.\//u, "$1"));
  return texts.length === globs.length ? texts : null;
}
