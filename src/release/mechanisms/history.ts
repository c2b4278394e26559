import { rehearsePastReleases } from "../past-releases/rehearse-past-releases.ts";
import type { WayToRelease } from "../way-to-release.ts";
import { mainTrain } from "./main-train.ts";

/** What the last releases of the repository did, read from git. */
export const history: WayToRelease = {
  takes: (release) => release.history === true,
  async rehearse({ name }, bump, { repository, workspace }) {
    const { writes, learned } = rehearsePastReleases(bump, repository, workspace);
    return {
      name,
      entry: "",
      engine: "sandbox",
      target: bump.target,
      outcome: { ended: "completed", exitCode: 0 },
      writes,
      commands: [],
      globs: [],
      patterns: [],
      looks: [],
      log: [],
      modules: [],
      mechanism: "history",
      trains: [mainTrain(bump)],
      resting: [],
      inert: [],
      learned,
    };
  },
};
