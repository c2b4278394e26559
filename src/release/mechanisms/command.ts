import { rehearseWithCommand } from "../native/command-engine.ts";
import type { WayToRelease } from "../ways-to-release.ts";
import { mainTrain } from "./main-train.ts";

/** A command line, run natively in a throw-away copy. */
export const command: WayToRelease = {
  takes: (release) => release.command !== undefined,
  async rehearse(release, bump, { repository, environment }) {
    const run = await rehearseWithCommand(release, bump.target, repository, environment);
    return { ...run, mechanism: "command", trains: [mainTrain(bump)], inert: [], learned: null };
  },
};
