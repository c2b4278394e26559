import semver from "semver";
import type { Repository } from "../../../repository/repository.ts";
import { flagOf, listOf, textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { isTable, type Table, tableOf } from "../shared/configuration/table.ts";
import type { ConfigFile } from "../shared/javascript/config.ts";
import { readConfig } from "../shared/javascript/config-file.ts";
import { jsonObject, requirementFields, requirementsIn } from "../shared/javascript/manifest.ts";
import { matchingProjects } from "./matching-projects.ts";
import { type NxProject, nxProjects } from "./projects.ts";
import { type VersionOptions, versionOptions } from "./version-options.ts";

/** Projects that are released together, each with how its version is written. */
export interface ReleaseGroup {
  /** Empty where nx.json names no groups. */
  readonly name: string;
  readonly isFixed: boolean;
  readonly projects: readonly NxProject[];
  /** With `{version}`, and `{projectName}` or `{releaseGroupName}` where it names them. */
  readonly tagPattern: string;
  readonly hasPlans: boolean;
  /** False where packages that require a released one are not released for it. */
  readonly movesDependents: boolean;
  readonly preVersionCommand: string | null;
  optionsOf(project: NxProject): VersionOptions;
}

/** `release` of nx.json, with what nx takes where it says nothing. */
export interface NxSettings {
  readonly config: ConfigFile;
  readonly projects: readonly NxProject[];
  readonly groups: readonly ReleaseGroup[];
  readonly preVersionCommand: string | null;
  /** What the refresh of the lockfile is told. */
  readonly rootActions: Table;
  readonly packageManager: string | null;
}

/**
 * Reads the release of nx.json; null where there is none that says more than a new workspace has.
 * https://nx.dev/docs/reference/nx-json#release and
 * https://github.com/nrwl/nx/blob/master/packages/nx/src/command-line/release/config/config.ts
 * @param isCalled true where something starts `nx release`, so that it may say nothing at all
 */
export function readNxSettings(repository: Repository, isCalled: boolean): NxSettings | null {
  const config = repository.has("nx.json") ? readConfig(repository, "nx.json") : null;
  const nx = tableOf(config?.value);
  const release = tableOf(nx["release"]);
  if (config === null || (!isCalled && !telling.some((key) => Object.hasOwn(release, key)))) return null;
  const projects = nxProjects(repository);
  const major = majorOf(repository);
  const version = tableOf(release["version"]);
  return {
    ...{ config, projects },
    groups: groupsOf(release, projects, major).filter((group) => group.projects.length > 0),
    preVersionCommand: textOf(version["preVersionCommand"]),
    rootActions: { ...tableOf(version["generatorOptions"]), ...tableOf(version["versionActionsOptions"]) },
    packageManager: textOf(tableOf(nx["cli"])["packageManager"]),
  };
}

/** A new workspace has a `version` with the command that builds everything, whether or not it is ever released. */
const telling = [
  ...["projects", "groups", "projectsRelationship", "changelog", "releaseTag", "releaseTagPattern"],
  ...["versionPlans", "git", "conventionalCommits"],
];

function groupsOf(release: Table, projects: readonly NxProject[], major: number): readonly ReleaseGroup[] {
  const named = release["groups"];
  const groups = isTable(named) ? Object.entries(named) : [];
  if (groups.length > 0)
    return groups.map(([name, group]) => groupOf(name, tableOf(group), { release, projects, major }));
  return [groupOf("", {}, { release, projects, major })];
}

interface Surroundings {
  readonly release: Table;
  readonly projects: readonly NxProject[];
  /** Of nx itself; what it takes by default has changed. */
  readonly major: number;
}

function groupOf(name: string, group: Table, { release, projects, major }: Surroundings): ReleaseGroup {
  const relation = textOf(group["projectsRelationship"]) ?? textOf(release["projectsRelationship"]);
  const isFixed = relation !== "independent";
  const patterns = textsOf(name === "" ? release["projects"] : group["projects"]);
  const layers = [tableOf(release["version"]), tableOf(group["version"])];
  const dependents = layers
    .flatMap((layer) => [tableOf(layer["generatorOptions"])["updateDependents"], layer["updateDependents"]])
    .findLast((value) => value !== undefined);
  return {
    ...{ name, isFixed },
    projects: patterns.length > 0 ? matchingProjects(patterns, projects) : publicLibraries(projects),
    tagPattern: tagPatternOf(name, [release, group], isFixed),
    hasPlans: isOn(group["versionPlans"] ?? release["versionPlans"]),
    movesDependents: (dependents ?? (major < 20 ? "never" : "always")) !== "never",
    preVersionCommand: textOf(tableOf(group["version"])["groupPreVersionCommand"]),
    optionsOf: (project) => versionOptions([...layers, tableOf(project.release["version"])], major),
  };
}

/** Without a word on projects, all libraries that are not private. */
function publicLibraries(projects: readonly NxProject[]): readonly NxProject[] {
  return projects.filter(({ isLibrary, manifest }) => isLibrary && manifest !== null && !manifest.isPrivate);
}

function tagPatternOf(name: string, layers: readonly Table[], isFixed: boolean): string {
  const given = layers.map(
    (layer) => textOf(tableOf(layer["releaseTag"])["pattern"]) ?? textOf(layer["releaseTagPattern"]),
  );
  const [root = null, own = null] = given;
  if (own !== null) return own;
  if (!isFixed) return root?.includes("{projectName}") === true ? root : "{projectName}@{version}";
  return root ?? (name === "" ? "v{version}" : "{releaseGroupName}-v{version}");
}

function isOn(value: unknown): boolean {
  return isTable(value) || flagOf(value) === true || listOf(value).length > 0;
}

/** The major version of nx that the repository asks for; the newest where it does not say. */
function majorOf(repository: Repository): number {
  const content = repository.has("package.json") ? jsonObject(repository.read("package.json")) : null;
  const asked = ["nx", "@nx/js", "@nx/workspace"].flatMap((name) =>
    requirementFields.flatMap((field) => requirementsIn(content ?? {}, field).get(name) ?? []),
  );
  return asked.map((range) => semver.coerce(range)?.major).find((major) => major !== undefined) ?? 99;
}
