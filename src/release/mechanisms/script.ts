import { rehearseScript } from "../rehearse-script.ts";
import type { WayToRelease } from "../way-to-release.ts";

/** A release script of the repository, run in the sandbox. */
export const script: WayToRelease = {
  takes: ({ entry, module }) => entry !== undefined || module !== undefined,
  rehearse: (release, bump, { repository, workspace }) =>
    rehearseScript(release, bump, repository, workspace),
};
