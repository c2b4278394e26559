import type { Release } from "../config/schema.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import { runScript } from "../sandbox/run-script.ts";
import { withArrival } from "./arrival.ts";
import type { Bump } from "./bump.ts";
import { mainTrain } from "./mechanisms/main-train.ts";
import type { Rehearsal } from "./rehearsal.ts";
import { releasedPart } from "./released-part.ts";
import { sandboxedScript } from "./sandboxed-script.ts";

/**
 * Rehearses one release whose script runs in the sandbox, asked to make the step `bump`. Where the script is told no
 * version, its own step counts.
 */
export async function rehearseScript(
  release: Release,
  bump: Bump,
  repository: Repository,
  workspace: Workspace,
): Promise<Rehearsal> {
  const script = sandboxedScript(release, bump);
  const record = await runScript(script, repository, workspace);
  const rehearsal = releasedPart({
    name: release.name,
    entry: script.entry,
    engine: "sandbox",
    target: bump.target,
    ...record,
    mechanism: "script",
    trains: [mainTrain(bump)],
    resting: [],
    inert: [],
    learned: null,
  });
  const isTold = JSON.stringify([
    release.args,
    release.calls,
    release.env,
    release.answers,
    release.tag ?? null,
  ]).includes("{version}");
  return isTold ? rehearsal : withArrival(rehearsal, bump.current, repository);
}
