import { rehearse } from "../../sandbox/rehearse.ts";
import type { WayToRelease } from "../ways-to-release.ts";
import { mainTrain } from "./main-train.ts";

/** A release script of the repository, run in the sandbox. */
export const script: WayToRelease = {
  takes: ({ entry, module }) => entry !== undefined || module !== undefined,
  async rehearse(release, bump, { repository, workspace }) {
    const run = await rehearse(release, bump.target, repository, workspace);
    return { ...run, mechanism: "script", trains: [mainTrain(bump)], inert: [], learned: null };
  },
};
