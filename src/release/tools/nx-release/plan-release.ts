import type { NxProject } from "./projects.ts";
import { nxRequirements } from "./requirements.ts";
import type { NxSettings, ReleaseGroup } from "./settings.ts";
import type { VersionPlan } from "./version-plans.ts";

/**
 * The projects that the next release gives a version: those of the pending plans, or all of them where none is pending, and
 * whoever requires one of them. In a fixed group all go together.
 * https://github.com/nrwl/nx/blob/master/packages/nx/src/command-line/release/version/release-group-processor.ts
 */
export function releasedProjects(
  { groups }: NxSettings,
  plans: readonly VersionPlan[],
): ReadonlySet<NxProject> {
  const named = new Set(plans.flatMap(({ steps }) => [...steps.keys()]));
  const isNamed = (group: ReleaseGroup, project: NxProject) =>
    !group.hasPlans || named.size === 0 || named.has(project.name) || named.has(group.name);
  const released = new Set(
    groups.flatMap((group) => group.projects.filter((project) => isNamed(group, project))),
  );
  let count = -1;
  while (count !== released.size) {
    count = released.size;
    for (const group of groups) drawIn(group, groups, released);
  }
  return released;
}

function drawIn(group: ReleaseGroup, groups: readonly ReleaseGroup[], released: Set<NxProject>): void {
  const all = groups.flatMap(({ projects }) => projects);
  const moving = new Set(
    groups.filter(({ movesDependents }) => movesDependents).flatMap(({ projects }) => projects),
  );
  for (const project of group.projects) {
    const required = project.manifest === null ? [] : nxRequirements(project.manifest, all);
    if (required.some(({ project: other }) => released.has(other) && moving.has(other)))
      released.add(project);
  }
  if (group.isFixed && group.projects.some((project) => released.has(project)))
    for (const project of group.projects) released.add(project);
}
