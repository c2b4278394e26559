import { folderOf } from "../../repository/packages/path.ts";
import type { Learned } from "../past-releases/learned.ts";
import { rehearsePastReleases } from "../past-releases/rehearse-past-releases.ts";
import { taggedMain, taggedPackages } from "../tagged-packages.ts";
import type { DeclaredTrain } from "../tools/release-tool.ts";
import type { WayToRelease } from "../way-to-release.ts";
import { mainTrain } from "./main-train.ts";

/** What the last releases of the repository did, read from git. */
export const history: WayToRelease = {
  takes: (release) => release.history === true,
  async rehearse({ name }, bump, { repository, workspace }) {
    const main = taggedMain(repository, workspace);
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
      trains: [{ ...mainTrain(bump), tag: main?.current === bump.current ? main.tag : null }],
      resting: leftAlone(taggedPackages(repository, workspace), learned),
      inert: [],
      learned,
    };
  },
};

/** The packages with tags of their own whose manifests no release of the main train writes. */
function leftAlone(packages: readonly DeclaredTrain[], { places }: Learned): readonly DeclaredTrain[] {
  const written = new Set(places.map(({ path }) => folderOf(path)));
  return packages.filter(({ folders }) => !folders.some((folder) => written.has(folder)));
}
