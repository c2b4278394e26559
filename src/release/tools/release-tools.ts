import { auto } from "./auto/auto.ts";
import { bumpMyVersion } from "./bump-my-version/bump-my-version.ts";
import { bumpp } from "./bumpp/bumpp.ts";
import { cargoSetVersion, cargoWorkspaces } from "./cargo-commands.ts";
import { cargoRelease } from "./cargo-release/cargo-release.ts";
import { changelogen } from "./changelogen/changelogen.ts";
import { changesets } from "./changesets/changesets.ts";
import { commitizen } from "./commitizen/commitizen.ts";
import { covector } from "./covector/covector.ts";
import { knope } from "./knope/knope.ts";
import { lerna } from "./lerna/lerna.ts";
import { mavenRelease } from "./maven/maven-release.ts";
import { nbgv } from "./nbgv/nbgv.ts";
import { np } from "./np.ts";
import { npmVersion } from "./npm-version/npm-version.ts";
import { nxRelease } from "./nx-release/nx-release.ts";
import { hatchVersion, pdmBump, poetryVersion, uvVersion } from "./python-projects/python-projects.ts";
import { pythonSemanticRelease } from "./python-semantic-release.ts";
import { releaseIt } from "./release-it/release-it.ts";
import { releasePlease } from "./release-please/release-please.ts";
import { releasePlz } from "./release-plz.ts";
import type { ReleaseTool } from "./release-tool.ts";
import { semanticRelease } from "./semantic-release/semantic-release.ts";
import { commitAndTagVersion, standardVersion } from "./standard-version/standard-version.ts";
import { tbump } from "./tbump.ts";

/** The release tools that are known, the most specific evidence first. One line each. */
export const releaseTools: readonly ReleaseTool[] = [
  changesets,
  releasePlease,
  knope,
  covector,
  bumpMyVersion,
  cargoRelease,
  tbump,
  commitizen,
  pythonSemanticRelease,
  releasePlz,
  cargoWorkspaces,
  cargoSetVersion,
  mavenRelease,
  nbgv,
  auto,
  lerna,
  nxRelease,
  semanticRelease,
  commitAndTagVersion,
  standardVersion,
  releaseIt,
  bumpp,
  changelogen,
  np,
  npmVersion,
  poetryVersion,
  hatchVersion,
  uvVersion,
  pdmBump,
];
