import type { Release } from "../../config/schema.ts";
import type { Bump } from "../bump.ts";
import type { Outcome, Rehearsal } from "../rehearsal.ts";
import { sandboxedScript } from "../sandboxed-script.ts";
import type { Stage } from "../way-to-release.ts";
import { CarriedRelease } from "./carried-release.ts";
import { releaseTools } from "./release-tools.ts";
import { ToolRefusal } from "./tool-refusal.ts";

/** Applies the configuration of a release tool to a view of the repository, and gives what it wrote. */
export async function rehearseTool(release: Release, bump: Bump, stage: Stage): Promise<Rehearsal> {
  const { repository, workspace } = stage;
  const tool = releaseTools.find(({ id }) => id === release.tool);
  const plan = tool?.recognise(repository) ?? null;
  if (tool === undefined || plan === null)
    return nothingRead(
      release,
      bump,
      tool === undefined ? "is no release tool that is known" : "is not used here",
    );
  const script = sandboxedScript(release, bump);
  const carried = await CarriedRelease.begin({ plan, bump, script, repository, workspace });
  let outcome: Outcome = { ended: "completed", exitCode: 0 };
  try {
    await plan.apply(carried);
  } catch (error) {
    if (!(error instanceof ToolRefusal)) throw error;
    const help = "rehearse it natively with `command` and --engine command";
    outcome = { ended: "stopped", message: error.message, help, origin: error.origin };
  }
  return {
    name: release.name,
    entry: plan.config.path,
    engine: "sandbox",
    target: bump.target,
    ...carried.record,
    outcome: carried.record.outcome ?? outcome,
    mechanism: "tool",
    trains: plan.trains.flatMap((train) => carried.moved(train)),
    // Of a release that ended early it is not known what it would still have moved.
    resting:
      outcome.ended === "completed" ? plan.trains.filter((train) => carried.moved(train).length === 0) : [],
    inert: carried.entries,
    learned: null,
  };
}

function nothingRead(release: Release, bump: Bump, why: string): Rehearsal {
  const message = `${release.tool} ${why}`;
  const help = `name one of ${releaseTools.map(({ id }) => id).join(", ")} whose configuration the repository has`;
  return {
    name: release.name,
    entry: "",
    engine: "sandbox",
    target: bump.target,
    outcome: { ended: "stopped", message, help, origin: null },
    ...{ writes: [], commands: [], globs: [], patterns: [], looks: [], log: [], modules: [] },
    mechanism: "tool",
    trains: [],
    resting: [],
    inert: [],
    learned: null,
  };
}
