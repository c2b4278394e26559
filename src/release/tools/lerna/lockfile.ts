import { within } from "../../../repository/packages/path.ts";
import type { ToolRelease } from "../release-tool.ts";
import type { LernaSettings } from "./settings.ts";

/** The refresh of the lockfile of the root, which the package manager of lerna.json does. */
export async function refreshLockfile(
  host: ToolRelease,
  { root, client, config }: LernaSettings,
): Promise<void> {
  const origin = config.originOf("npmClient");
  const has = (name: string) => host.read(within(root, name)) !== null;
  const refresh = (line: string) => host.run(line, { cwd: root, origin });
  if (client === "pnpm") await refresh("pnpm install --lockfile-only --ignore-scripts");
  if (client === "npm" && has("package-lock.json"))
    await refresh("npm install --package-lock-only --ignore-scripts");
  if (client === "yarn" && has(".yarnrc.yml")) await refresh("yarn install --mode update-lockfile");
}
