import type { Repository } from "../../../repository/repository.ts";
import type { ReleaseTool, ToolPlan } from "../release-tool.ts";
import { coversNothingElse } from "../shared/covering/missed-text.ts";
import { managerOf } from "../shared/javascript/package-manager.ts";
import { packageIn } from "../shared/javascript/workspace.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { cratesPlugin, tagPlugin, versionFilePlugin } from "./file-plugins.ts";
import { gemPlugin } from "./gem-plugin.ts";
import { npmPlugin, onePackage } from "./npm-plugin.ts";
import { type AutoPlugin, type AutoSettings, readAuto } from "./settings.ts";
import type { PluginPlan, VersionPlugin } from "./version-plugin.ts";

/**
 * auto: its plugins write the version, each in its way, with what the labels of pull requests make of it. The changelog,
 * whose words come from them as well, is not written. https://intuit.github.io/auto/docs/generated/shipit
 */
export const auto: ReleaseTool = { id: "auto", recognise, covering: coversNothingElse };

const versionPlugins: ReadonlyMap<string, VersionPlugin> = new Map([
  ["npm", npmPlugin],
  ["vscode", onePackage],
  ["crates", cratesPlugin],
  ["gem", gemPlugin],
  ["version-file", versionFilePlugin],
  ["git-tag", tagPlugin],
  ["docker", tagPlugin],
  ["sbt", tagPlugin],
]);

/** Plugins that tell others of a release, or decide on its kind and its notes, and write no version. */
const harmless = new Set([
  ...["released", "slack", "twitter", "jira", "microsoft-teams", "s3", "upload-assets", "gh-pages"],
  ...["conventional-commits", "omit-commits", "omit-release-notes", "first-time-contributor", "magic-zero"],
  ...["pr-body-labels", "protected-branch", "all-contributors"],
]);

function recognise(repository: Repository): ToolPlan | null {
  const settings = readAuto(repository);
  if (settings === null) return null;
  const { origin, call, prefix } = settings;
  const plugins = settings.plugins ?? [];
  const plans = plugins.flatMap((plugin) => {
    const plan = versionPlugins.get(plugin.name)?.({ repository, plugin, prefix }) ?? null;
    return plan === null ? [] : [plan];
  });
  const [first] = plans;
  const script = call?.dir === "" ? (call.script ?? null) : null;
  return {
    config: origin,
    why: `${settings.why}${plugins.length === 0 ? "" : `, with ${plugins.map(({ name }) => name).join(", ")}`}`,
    call: script === null ? "npx auto shipit" : `${managerOf(repository)} run ${script}`,
    trains: first?.trains ?? [unknownTrain(repository, settings)],
    apply: async (release) => {
      refuseUnread(settings, plans);
      for (const plan of plans) await plan.apply(release);
      const unknown = plugins.find((plugin) => !isKnown(plugin));
      if (unknown !== undefined)
        throw new ToolRefusal(`what the plugin ${unknown.name} of auto writes is not known`, unknown.origin);
    },
  };
}

/** What can be said of the version where nobody can tell who writes it. */
function unknownTrain(repository: Repository, { prefix }: AutoSettings) {
  const own = packageIn(repository, "");
  return {
    ...{ name: "", current: own?.version ?? null, folders: [""], packages: own === null ? [] : [own.name] },
    tag: `${prefix}{version}`,
  };
}

function refuseUnread({ plugins, origin }: AutoSettings, plans: readonly PluginPlan[]): void {
  if (plugins === null)
    throw new ToolRefusal("the plugins of auto are computed, or shared by a package", origin);
  if (plans.length === 0 && plugins.every(isKnown))
    throw new ToolRefusal("no plugin of auto finds a version that it could raise", origin);
}

function isKnown({ name, options }: AutoPlugin): boolean {
  return versionPlugins.has(name) || harmless.has(name) || (name === "exec" && isBehind(options));
}

/** Hooks that run when the version is committed and published. */
const behind =
  /^(?:afterRelease|afterShipIt|afterPublish|canary|next|makeRelease|getPreviousVersion|omit\w+)$/u;

function isBehind(options: AutoPlugin["options"]): boolean {
  return Object.keys(options).every((hook) => behind.test(hook));
}
