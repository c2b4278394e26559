import type { Repository } from "../../../repository/repository.ts";
import type { ToolRelease } from "../release-tool.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import { managerOf } from "../shared/javascript/package-manager.ts";
import { javaScriptWorkspace } from "../shared/javascript/workspace.ts";
import type { NxSettings } from "./settings.ts";

const refreshes: Readonly<Record<string, string>> = {
  npm: "npm install --package-lock-only",
  pnpm: "pnpm install --lockfile-only",
  yarn: "yarn install --mode update-lockfile",
  bun: "bun install --lockfile-only",
};

/**
 * The refresh of the lockfile behind the manifests, once for the workspace.
 * https://github.com/nrwl/nx/blob/master/packages/js/src/release/utils/update-lock-file.ts
 */
export async function refreshLockfile(
  host: ToolRelease,
  repository: Repository,
  { config, packageManager, rootActions }: NxSettings,
): Promise<void> {
  const manager = packageManager ?? managerOf(repository);
  const isClassic = manager === "yarn" && !repository.has(".yarnrc.yml");
  const line = refreshes[manager];
  const { globs } = javaScriptWorkspace(repository, "");
  if (rootActions["skipLockFileUpdate"] === true || isClassic || line === undefined || globs === null) return;
  const ignoresScripts = rootActions["installIgnoreScripts"] === true && manager !== "yarn";
  const words = [line, textOf(rootActions["installArgs"]), ignoresScripts ? "--ignore-scripts" : null];
  await host.run(words.filter((word) => word !== null).join(" "), {
    origin: config.originOf("release", "version"),
  });
}
