import { bumppSituations } from "./bumpp-situations.ts";
import { changesetsSituations } from "./changesets-situations.ts";
import { lernaSituations } from "./lerna-situations.ts";
import type { NativeTool } from "./native-release.ts";
import { npmVersionSituations } from "./npm-version-situations.ts";
import { nxReleaseSituations } from "./nx-release-situations.ts";
import { releaseItSituations } from "./release-it-situations.ts";
import { laterSituations, standardVersionSituations } from "./standard-version-situations.ts";

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
