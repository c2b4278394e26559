import { posix } from "node:path";
import semver from "semver";
import { type Manifest, requirementFields, requirementsIn } from "../shared/javascript/manifest.ts";
import type { ChangesetsSettings } from "./settings.ts";

/**
 * The packages that require each package, by name: those whose range takes in the version that it has.
 * https://github.com/changesets/changesets/blob/main/packages/get-dependents-graph/src/get-dependency-graph.ts
 * @param root the folder of the workspace
 */
export function dependentsOf(
  packages: readonly Manifest[],
  root: string,
  settings: ChangesetsSettings,
): ReadonlyMap<string, readonly string[]> {
  const byName = new Map(packages.map((manifest) => [manifest.name, manifest]));
  const dependents = new Map(packages.map(({ name }) => [name, [] as string[]]));
  for (const { name, content } of packages)
    for (const [required, range] of allRequirements(content)) {
      const target = byName.get(required);
      if (target !== undefined && isDependency(range, target, root, settings))
        dependents.get(required)?.push(name);
    }
  return dependents;
}

/** Of a package that stands in several fields the last one counts. */
function allRequirements(content: Manifest["content"]): ReadonlyMap<string, string> {
  return new Map(
    requirementFields.flatMap((field) =>
      [...requirementsIn(content, field)].filter(
        ([, range]) => field !== "devDependencies" || !/^(?:link|file):/u.test(range),
      ),
    ),
  );
}

function isDependency(
  written: string,
  target: Manifest,
  root: string,
  settings: ChangesetsSettings,
): boolean {
  const isLinked = written.startsWith("workspace:");
  if (!isLinked && (settings.workspaceProtocolOnly || written.includes(":"))) return false;
  const range = isLinked ? written.slice("workspace:".length) : written;
  if (isLinked && (/^[*^~]$/u.test(range) || posix.normalize(range) === posix.relative(root, target.dir)))
    return true;
  return semver.validRange(range) !== null && semver.satisfies(target.version ?? "", range);
}
