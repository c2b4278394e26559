import { withArrival } from "../arrival.ts";
import { rehearseWithCommand } from "../native/command-engine.ts";
import type { WayToRelease } from "../way-to-release.ts";

/** A command line, run natively in a throw-away copy. */
export const command: WayToRelease = {
  takes: (release) => release.command !== undefined,
  async rehearse(release, bump, { repository, environment }) {
    const rehearsal = await rehearseWithCommand(release, bump, repository, environment);
    return release.command?.includes("{version}") === true
      ? rehearsal
      : withArrival(rehearsal, bump.current, repository);
  },
};
