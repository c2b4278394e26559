import { rehearseScript } from "../rehearse-script.ts";
import type { WayToRelease } from "../way-to-release.ts";

/** A release script of the repository, or a target of its makefile or a job of a workflow, run in the sandbox. */
export const script: WayToRelease = {
  takes: (release) =>
    [release.entry, release.module, release.target, release.workflow].some((file) => file !== undefined),
  rehearse: (release, bump, { repository, workspace }) =>
    rehearseScript(release, bump, repository, workspace),
};
