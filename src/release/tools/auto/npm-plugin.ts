import { lernaPlan } from "../lerna/lerna.ts";
import { runLifecycle } from "../shared/javascript/lifecycle.ts";
import { npmVersion } from "../shared/javascript/npm-version.ts";
import { packageIn } from "../shared/javascript/workspace.ts";
import type { VersionPlugin } from "./version-plugin.ts";

/**
 * `npm version` in the root, or `lerna version` where there is a lerna.json, which is told to release every package unless
 * each has a version of its own. https://github.com/intuit/auto/blob/main/plugins/npm/src/index.ts
 */
export const npmPlugin: VersionPlugin = (place) => {
  const { repository, plugin } = place;
  const { exact, forcePublish } = plugin.options;
  const monorepo = repository.has("lerna.json")
    ? lernaPlan(repository, (settings) => ({
        ...settings,
        exact: exact === true || settings.exact,
        forced: settings.version !== null && forcePublish !== false ? ["*"] : settings.forced,
      }))
    : null;
  return monorepo ?? onePackage(place);
};

/** The root alone, which the plugin for extensions of VS Code versions in the same way. */
export const onePackage: VersionPlugin = ({ repository, plugin: { origin }, prefix }) => {
  const own = packageIn(repository, "");
  if (own === null || own.version === null) return null;
  const train = {
    ...{ name: "", current: own.version, folders: [""], packages: [own.name] },
    tag: `${prefix}{version}`,
  };
  return {
    trains: [train],
    apply: async (release) => {
      await npmVersion(release, "", release.targetOf(train), { origin, withScripts: true });
      await runLifecycle(release, "", "postversion");
    },
  };
};
