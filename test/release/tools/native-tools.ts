import { changesetsSituations } from "./changesets-situations.ts";
import type { NativeTool } from "./native-release.ts";

/** The release tools that can be had from the npm registry. */
export const nativeTools: readonly NativeTool[] = [
  {
    id: "changesets",
    program: "changeset",
    args: () => ["version"],
    situations: changesetsSituations,
    commits: false,
  },
];
