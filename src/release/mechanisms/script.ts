import { rehearseScript } from "../rehearse-script.ts";
import type { WayToRelease } from "../way-to-release.ts";

/** A release script of the repository, or a target of its makefile, run in the sandbox. */
export const script: WayToRelease = {
  takes: ({ entry, module, target }) => entry !== undefined || module !== undefined || target !== undefined,
  rehearse: (release, bump, { repository, workspace }) =>
    rehearseScript(release, bump, repository, workspace),
};
