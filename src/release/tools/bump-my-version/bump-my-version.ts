import { plainToml } from "../../../repository/documents/plain-toml.ts";
import { isTestOrExample } from "../../../repository/files/test-or-example.ts";
import type { Repository } from "../../../repository/repository.ts";
import { latestTagged } from "../latest-tag.ts";
import { releaseDay } from "../release-day.ts";
import type { DeclaredTrain, ReleaseTool, ToolRelease } from "../release-tool.ts";
import { flagOf, textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { tableOf } from "../shared/configuration/table.ts";
import { bumpMyVersionFile } from "../shared/covering/python-entries.ts";
import { type FormatContext, formatPython, UnknownField } from "../shared/python/python-format.ts";
import { withTomlStrings } from "../shared/values/toml-strings.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import {
  type BumpConfiguration,
  configurationNames,
  hooksOf,
  readBumpConfiguration,
  wholeOption,
} from "./bump-configuration.ts";
import { type Bump, changeFiles, serialized } from "./bump-files.ts";
import { parseParts, type VersionParts } from "./version-parts.ts";

/**
 * bump-my-version and the older bumpversion and bump2version, https://github.com/callowayproject/bump-my-version: their
 * configuration is applied as `bumpversion/bump.py` and `bumpversion/files.py` do. Hooks are handed to a shell.
 */
export const bumpMyVersion: ReleaseTool = {
  id: "bump-my-version",
  covering: bumpMyVersionFile,
  recognise(repository) {
    const projects = configurations(repository).map((configuration) => ({
      configuration,
      train: trainOf(configuration, repository),
    }));
    const [first] = projects;
    if (first === undefined) return null;
    const { configuration } = first;
    return {
      config: configuration.origin,
      why: `${configuration.path} names ${configuration.files.length} files to bump`,
      call: "bump-my-version bump --new-version {version}",
      trains: projects.map(({ train }) => train),
      async apply(release) {
        for (const project of projects) await applyBump(project.configuration, project.train, release);
      },
    };
  },
};

/** One for each folder that has any, that of the root first. */
function configurations(repository: Repository): readonly BumpConfiguration[] {
  const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  const found = repository.paths
    .filter((path) => configurationNames.includes(nameOf(path)) && !isTestOrExample(path))
    .sort((a, b) => depthOf(a) - depthOf(b) || orderOf(a) - orderOf(b))
    .flatMap((path) => readBumpConfiguration(repository, path) ?? []);
  return [...new Map(found.toReversed().map((each) => [each.folder, each])).values()].toReversed();

  function orderOf(path: string): number {
    return configurationNames.indexOf(nameOf(path));
  }
}

function depthOf(path: string): number {
  return path.split("/").length;
}

function trainOf(configuration: BumpConfiguration, repository: Repository): DeclaredTrain {
  const { options, folder } = configuration;
  const template = textOf(options["tag_name"]) ?? "v{new_version}";
  const tag = template.replace("{new_version}", "{version}");
  const setsTag = flagOf(options["tag"]) === true && !/\{(?!version\})/.test(tag);
  const written = textOf(options["current_version"]) ?? projectVersion(configuration, repository);
  return {
    name: folder,
    current: written ?? latestTagged(repository, tag),
    folders: [folder],
    packages: [],
    tag: setsTag ? tag : null,
  };
}

/** Without a version of its own the tool takes that of the project beside it. */
function projectVersion({ path }: BumpConfiguration, repository: Repository): string | null {
  if (!path.endsWith("pyproject.toml")) return null;
  return textOf(tableOf(tableOf(plainToml(repository.read(path) ?? ""))["project"])["version"]);
}

async function applyBump(
  configuration: BumpConfiguration,
  train: DeclaredTrain,
  release: ToolRelease,
): Promise<void> {
  const { origin, folder } = configuration;
  if (train.current === null) throw new ToolRefusal(`${configuration.path} has no current version`, origin);
  const target = release.targetOf(train);
  const parse = String(wholeOption(configuration, "parse"));
  const before = parseParts(train.current, parse, origin) ?? {};
  const after = parseParts(target, parse, origin) ?? {};
  const bump: Bump = { current: train.current, target, context: contextOf(before, after) };
  const env = environmentOf(bump, configuration, before, after);
  const run = async (name: string) => {
    for (const line of hooksOf(configuration, name))
      await release.run(line, { cwd: folder, env, origin: configuration.hookOrigin(name) });
  };
  await run("setup_hooks");
  applyFiles(configuration, bump, firstChange(before, after), release);
  writeCurrent(configuration, bump, release);
  await run("pre_commit_hooks");
  await run("post_commit_hooks");
}

/** Entries of one file are applied together, where the first of them stands. */
function applyFiles(
  configuration: BumpConfiguration,
  bump: Bump,
  part: string | null,
  release: ToolRelease,
): void {
  const order = configuration.files.map(({ options }) => String(options["glob"] ?? options["filename"]));
  const sorted = [...configuration.files].sort(
    (a, b) => order.indexOf(keyOf(a.options)) - order.indexOf(keyOf(b.options)),
  );
  for (const change of sorted) {
    const included = change.options["include_bumps"];
    const isIncluded = part === null || included === undefined || textsOf(included).includes(part);
    const isExcluded = part !== null && textsOf(change.options["exclude_bumps"]).includes(part);
    if (!isIncluded || isExcluded) continue;
    try {
      changeFiles(change, configuration, bump, release);
    } catch (error) {
      if (error instanceof UnknownField) throw new ToolRefusal(error.message, change.origin);
      throw error;
    }
  }
}

function keyOf(options: Readonly<Record<string, unknown>>): string {
  return String(options["glob"] ?? options["filename"]);
}

/** The part that a maintainer would name: the first one that changes. */
function firstChange(before: VersionParts, after: VersionParts): string | null {
  return Object.keys(before).find((name) => before[name] !== after[name]) ?? null;
}

function contextOf(before: VersionParts, after: VersionParts): FormatContext {
  const prefixed = (prefix: string, parts: VersionParts) =>
    Object.fromEntries(Object.entries(parts).map(([name, value]) => [prefix + name, value]));
  return {
    now: releaseDay,
    utcnow: releaseDay,
    "#": "#",
    ";": ";",
    ...prefixed("current_", before),
    ...prefixed("new_", after),
  };
}

/** `bumpversion/hooks.py`. */
function environmentOf(
  { current, target, context }: Bump,
  configuration: BumpConfiguration,
  before: VersionParts,
  after: VersionParts,
): Readonly<Record<string, string>> {
  const named = (prefix: string, parts: VersionParts) =>
    Object.entries(parts).map(([name, value]) => [`BVHOOK_${prefix}_${name.toUpperCase()}`, value] as const);
  const version = serialized(target, { options: {}, origin: configuration.origin }, configuration, context);
  const tag = textOf(configuration.options["tag_name"]) ?? "v{new_version}";
  return {
    ...Object.fromEntries([...named("CURRENT", before), ...named("NEW", after)]),
    BVHOOK_CURRENT_VERSION: current,
    BVHOOK_NEW_VERSION: version,
    BVHOOK_NEW_VERSION_TAG: formatPython(tag, { ...context, new_version: version, current_version: current }),
  };
}

/** The configuration's own line, and the version of the project beside it: `bumpversion/config/files.py`. */
function writeCurrent(configuration: BumpConfiguration, bump: Bump, release: ToolRelease): void {
  const { path, origin } = configuration;
  const text = release.read(path);
  if (text === null) return;
  const value = serialized(bump.target, { options: {}, origin }, configuration, bump.context);
  const after = path.endsWith(".toml")
    ? inToml(text, path, bump.current, value)
    : inIni(text, bump.current, value);
  if (after !== null && after !== text) release.write(path, after, origin);
}

function inToml(text: string, path: string, current: string, value: string): string | null {
  const root = tableOf(plainToml(text));
  const own = textOf(tableOf(tableOf(root["tool"])["bumpversion"])["current_version"]);
  const project = path.endsWith("pyproject.toml") ? textOf(tableOf(root["project"])["version"]) : null;
  return withTomlStrings(text, [
    ...(own?.includes(current) === true
      ? [{ path: ["tool", "bumpversion", "current_version"], value: own.replaceAll(current, value) }]
      : []),
    ...(project?.includes(current) === true
      ? [{ path: ["project", "version"], value: project.replaceAll(current, value) }]
      : []),
  ]);
}

function inIni(text: string, current: string, value: string): string {
  const start = text.indexOf("[bumpversion]");
  const end = text.indexOf("\n[", start + 1);
  const section = text.slice(start, end === -1 ? text.length : end);
  const line = /^current_version[ \t]{0,80}[=:][ \t]{0,80}/m.exec(section);
  if (start === -1 || line === null) return text;
  const at = start + line.index + line[0].length;
  return text.startsWith(current, at) ? text.slice(0, at) + value + text.slice(at + current.length) : text;
}
