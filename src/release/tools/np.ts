import type { Repository } from "../../repository/repository.ts";
import type { ReleaseTool, ToolPlan } from "./release-tool.ts";
import { versionHook } from "./shared/covering/javascript-entries.ts";
import { programCalls } from "./shared/javascript/called-programs.ts";
import { runLifecycle } from "./shared/javascript/lifecycle.ts";
import { npmVersion } from "./shared/javascript/npm-version.ts";
import { managerOf } from "./shared/javascript/package-manager.ts";
import { packageIn } from "./shared/javascript/workspace.ts";

/**
 * np, which asks for a version and hands it to `npm version` with the scripts around it. It counts where a package script
 * of the root calls it. https://github.com/sindresorhus/np#readme
 */
export const np: ReleaseTool = { id: "np", recognise, covering: versionHook };

function recognise(repository: Repository): ToolPlan | null {
  const call = programCalls(repository).find(
    ({ program, script, dir }) => program === "np" && script !== null && dir === "",
  );
  const own = packageIn(repository, "");
  if (call === undefined || own === null || own.version === null) return null;
  const { origin, script } = call;
  const train = { name: "", current: own.version, folders: [""], packages: [own.name], tag: "v{version}" };
  return {
    config: origin,
    why: `the script ${JSON.stringify(script)} calls np`,
    call: `${managerOf(repository)} run ${script}`,
    trains: [train],
    apply: async (host) => {
      await npmVersion(host, "", host.targetOf(train), { origin, withScripts: true });
      await runLifecycle(host, "", "postversion");
    },
  };
}
