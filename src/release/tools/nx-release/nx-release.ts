import type { Repository } from "../../../repository/repository.ts";
import { counted } from "../../../repository/text/counted.ts";
import { latestTagged } from "../latest-tag.ts";
import { mainFirst } from "../main-train.ts";
import type { DeclaredTrain, ReleaseTool, ToolPlan, ToolRelease } from "../release-tool.ts";
import { behindCommand } from "../shared/covering/javascript-entries.ts";
import { programCalls } from "../shared/javascript/called-programs.ts";
import { documentedCalls } from "../shared/javascript/documented-call.ts";
import { managerOf } from "../shared/javascript/package-manager.ts";
import type { ProgramCall } from "../shared/javascript/program-call.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { refreshLockfile } from "./lockfile.ts";
import { releasedProjects } from "./plan-release.ts";
import type { NxProject } from "./projects.ts";
import { nxRequirements } from "./requirements.ts";
import { type NxSettings, type ReleaseGroup, readNxSettings } from "./settings.ts";
import { versionPlans } from "./version-plans.ts";
import { writeProject } from "./write-project.ts";

/**
 * nx release, for packages of npm, with the `generatorOptions` of older versions. Changelogs follow from commit messages
 * and are not written here; images have no version in the tree. https://nx.dev/docs/guides/nx-release
 */
export const nxRelease: ReleaseTool = { id: "nx release", recognise, covering: behindCommand("nx release") };

function recognise(repository: Repository): ToolPlan | null {
  const call = releaseCall(repository);
  const settings = readNxSettings(repository, call !== null);
  if (settings === null || settings.groups.length === 0) return null;
  const trains = settings.groups.flatMap((group) => trainsOf(group, repository));
  const count = settings.groups.reduce((sum, { projects }) => sum + projects.length, 0);
  const relation = settings.groups.every(({ isFixed }) => isFixed) ? "at one version" : "each at its own";
  return {
    config: settings.config.originOf("release"),
    why: `nx.json releases ${counted(count, "project")}${count === 1 ? "" : ` ${relation}`}`,
    call: call?.script == null ? "npx nx release {version}" : `${managerOf(repository)} run ${call.script}`,
    trains: mainFirst(
      trains.map(({ train }) => train),
      repository,
    ),
    apply: (host) => apply(host, { repository, settings, trains, call }),
  };
}

/** The first line that starts it, neither only to publish nor for a look. */
function releaseCall(repository: Repository): ProgramCall | null {
  const isRelease = ({ program, args }: ProgramCall) =>
    program === "nx" && args[0] === "release" && !/^(?:publish|changelog|plan)/u.test(args[1] ?? "");
  return [...programCalls(repository), ...documentedCalls(repository)].find(isRelease) ?? null;
}

/** A train with the projects that it gives one version. */
interface ProjectTrain {
  readonly train: DeclaredTrain;
  readonly projects: readonly NxProject[];
}

function trainsOf(group: ReleaseGroup, repository: Repository): readonly ProjectTrain[] {
  if (group.isFixed) return [trainOf(group.name, group.projects, { group, repository })];
  return group.projects.map((project) =>
    trainOf(project.dir === "" ? "" : (project.manifest?.name ?? project.name), [project], {
      group,
      repository,
    }),
  );
}

function trainOf(
  name: string,
  projects: readonly NxProject[],
  { group, repository }: { readonly group: ReleaseGroup; readonly repository: Repository },
): ProjectTrain {
  const [first] = projects;
  const tag = group.tagPattern
    .replaceAll("{releaseGroupName}", group.name)
    .replaceAll("{projectName}", (first?.name ?? "").replaceAll(":", "/"));
  const written = projects.flatMap(({ manifest }) => manifest?.version ?? [])[0] ?? null;
  const readsTags = first !== undefined && group.optionsOf(first).readsTags;
  const train = {
    ...{ name, tag, folders: projects.map(({ dir }) => dir) },
    current: (readsTags ? latestTagged(repository, tag) : null) ?? written,
    packages: projects.map((project) => project.manifest?.name ?? project.name),
  };
  return { train, projects };
}

interface Release {
  readonly repository: Repository;
  readonly settings: NxSettings;
  readonly trains: readonly ProjectTrain[];
  readonly call: ProgramCall | null;
}

async function apply(host: ToolRelease, { repository, settings, trains, call }: Release): Promise<void> {
  const { config, groups } = settings;
  const around = call?.script == null ? { before: "", after: "" } : call;
  if (around.before !== "") await host.run(around.before, { origin: config.originOf("release") });
  const commands = [settings.preVersionCommand, ...groups.map((group) => group.preVersionCommand)];
  const isBuilt = commands.some((command) => command !== null);
  for (const command of commands)
    if (command !== null)
      await host.run(command, { origin: config.originOf("release", "version", "preVersionCommand") });
  const plans = groups.some(({ hasPlans }) => hasPlans) ? versionPlans(repository) : [];
  const released = releasedProjects(settings, plans);
  const versions = new Map<NxProject, string>();
  for (const { train, projects } of trains)
    for (const project of projects) if (released.has(project)) versions.set(project, host.targetOf(train));
  const all = groups.flatMap(({ projects }) => projects);
  const origin = config.originOf("release");
  for (const group of groups)
    for (const project of group.projects) {
      const version = versions.get(project);
      const options = group.optionsOf(project);
      if (version === undefined) continue;
      if (options.actions !== null)
        throw new ToolRefusal(`what ${options.actions} writes is not known`, origin);
      const requirements = project.manifest === null ? [] : nxRequirements(project.manifest, all);
      const one = { project, options, version, requirements, isBuilt, origin };
      writeProject(host, one, (other) => versions.get(other) ?? other.manifest?.version ?? null);
    }
  await refreshLockfile(host, repository, settings);
  for (const { path } of plans) host.remove(path, origin);
  if (around.after !== "") await host.run(around.after, { origin });
}
