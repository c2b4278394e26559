import { bumppSituations } from "./bumpp-situations.ts";
import { changelogenSituations } from "./changelogen-situations.ts";
import { changesetsSituations } from "./changesets-situations.ts";
import { lernaSituations } from "./lerna-situations.ts";
import type { NativeTool } from "./native-release.ts";
import { npmVersionSituations } from "./npm-version-situations.ts";
import { nxReleaseSituations } from "./nx-release-situations.ts";
import { pnpmVersionSituations } from "./pnpm-version-situations.ts";
import { releaseItSituations } from "./release-it-situations.ts";
import { laterSituations, standardVersionSituations } from "./standard-version-situations.ts";
import { yarnClassicSituations, yarnModernSituations } from "./yarn-version-situations.ts";

/** The release tools that can be had from the npm registry. */
export const nativeTools: readonly NativeTool[] = [
  {
    id: "bumpp",
    program: "bumpp",
    args: ({ to = "patch" }) => [to, "--yes", "--no-push"],
    situations: bumppSituations,
    commits: true,
  },
  {
    id: "changelogen",
    program: "changelogen",
    args: ({ to = "1.0.1" }) => ["--release", "-r", to, "--output", "", "--no-github", "--noAuthors"],
    situations: changelogenSituations,
    commits: true,
  },
  {
    id: "changesets",
    program: "changeset",
    args: () => ["version"],
    situations: changesetsSituations,
    commits: false,
  },
  {
    id: "lerna",
    program: "lerna",
    args: ({ to = "patch" }) => ["version", to, "--yes"],
    situations: lernaSituations,
    commits: true,
  },
  {
    id: "npm version",
    program: "npm",
    args: ({ to = "patch" }) => ["version", to],
    situations: npmVersionSituations,
    commits: true,
  },
  {
    id: "pnpm version",
    program: "pnpm",
    args: ({ to = "patch" }) => ["version", to],
    situations: pnpmVersionSituations,
    commits: true,
    ofVersion: /^10\./,
  },
  {
    id: "yarn 1 version",
    program: "yarn",
    args: ({ to = "patch" }) => ["version", "--new-version", to],
    situations: yarnClassicSituations,
    commits: true,
    ofVersion: /^1\./,
  },
  {
    id: "yarn 4 version",
    program: "yarn",
    args: ({ to = "patch" }) => ["version", to],
    situations: yarnModernSituations,
    commits: true,
    ofVersion: /^4\./,
  },
  {
    id: "nx release",
    program: "nx",
    args: ({ to = "patch" }) => ["release", "version", to],
    situations: nxReleaseSituations,
    commits: true,
    hasPlugins: true,
  },
  {
    id: "standard-version",
    program: "standard-version",
    args: ({ to = "patch" }) => ["--release-as", to],
    situations: standardVersionSituations("standard-version"),
    commits: true,
  },
  {
    id: "commit-and-tag-version",
    program: "commit-and-tag-version",
    args: ({ to = "patch" }) => ["--release-as", to],
    situations: [...standardVersionSituations("commit-and-tag-version"), ...laterSituations],
    commits: true,
  },
  {
    id: "release-it",
    program: "release-it",
    args: ({ to = "patch" }) => [to, "--ci"],
    situations: releaseItSituations,
    commits: true,
    hasPlugins: true,
  },
];
