import { rehearseWithCommand } from "../native/command-engine.ts";
import type { WayToRelease } from "../way-to-release.ts";

/** A command line, run natively in a throw-away copy. */
export const command: WayToRelease = {
  takes: (release) => release.command !== undefined,
  rehearse: (release, bump, { repository, environment }) =>
    rehearseWithCommand(release, bump, repository, environment),
};
