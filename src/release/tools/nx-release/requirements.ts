import { posix } from "node:path";
import semver from "semver";
import { type Manifest, requirementFields, requirementsIn } from "../shared/javascript/manifest.ts";
import type { NxProject } from "./projects.ts";

/** The fields in the order in which nx looks for the range that says which prefix to keep. */
export const fieldsInOrder = [
  ...["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"],
] as const;

/** A package of the workspace that a manifest requires, and the range of the field that counts most. */
export interface NxRequirement {
  readonly project: NxProject;
  readonly range: string;
}

/**
 * The requirements by which nx draws a line from one project to another: those whose range takes in the version that is
 * there. What sources import is not looked at, since it writes no requirement.
 * https://github.com/nrwl/nx/blob/master/packages/nx/src/plugins/js/project-graph/build-dependencies/target-project-locator.ts
 */
export function nxRequirements(
  { content, dir }: Manifest,
  projects: readonly NxProject[],
): readonly NxRequirement[] {
  return projects.flatMap((project) => {
    if (project.manifest === null || project.dir === dir) return [];
    const ranges = [...requirementFields].flatMap(
      (field) => requirementsIn(content, field).get(project.manifest?.name ?? "") ?? [],
    );
    const [range] = fieldsInOrder.flatMap(
      (field) => requirementsIn(content, field).get(project.manifest?.name ?? "") ?? [],
    );
    return range !== undefined && ranges.some((one) => isLinked(one, project, dir))
      ? [{ project, range }]
      : [];
  });
}

function isLinked(range: string, { manifest, dir: target }: NxProject, dir: string): boolean {
  if (range.startsWith("workspace:") || range === "*") return true;
  if (range.startsWith("file:")) return posix.join(dir, range.slice("file:".length)) === target;
  return semver.satisfies(manifest?.version ?? "", range, { includePrerelease: true });
}
