import type { Repository } from "../../../repository/repository.ts";
import type { Origin } from "../../rehearsal.ts";
import { latestTagged } from "../latest-tag.ts";
import type { DeclaredTrain, ReleaseTool, ToolRelease } from "../release-tool.ts";
import { type Configuration, readConfiguration } from "../shared/configuration/configuration.ts";
import { type ConfigurationTable, tableAt } from "../shared/configuration/configuration-table.ts";
import { textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";
import { commitizenFile } from "../shared/covering/python-entries.ts";
import { foreignMatches, literalPattern } from "../shared/patterns/foreign-pattern.ts";
import { translatedPattern } from "../shared/patterns/translated-pattern.ts";
import { pythonJson } from "../shared/python/python-json.ts";
import { withTomlStrings } from "../shared/values/toml-strings.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { versionProviders } from "./version-providers.ts";

/**
 * commitizen, https://github.com/commitizen-tools/commitizen: the files of `version_files` are rewritten line by line, and
 * the version where its provider keeps it, as `commitizen/bump.py` and `commitizen/providers` do.
 */
export const commitizen: ReleaseTool = {
  id: "commitizen",
  covering: commitizenFile,
  recognise(repository) {
    const project = readProject(repository);
    if (project === null) return null;
    const { at, provider, train, configuration } = project;
    return {
      config: at(provider === "commitizen" ? "version" : "version_provider"),
      why: `${configuration.path} configures commitizen, which keeps the version by its provider ${provider}`,
      call: "cz bump {version}",
      trains: [train],
      apply: (release) => bump(project, release),
    };
  },
};

interface Project extends ConfigurationTable {
  readonly provider: string;
  readonly train: DeclaredTrain;
}

const names = [".cz.toml", "cz.toml", ".cz.json", "cz.json", ".cz.yaml", "cz.yaml", "pyproject.toml"];

function readProject(repository: Repository): Project | null {
  for (const name of names) {
    const keys = name.endsWith(".toml") ? ["tool", "commitizen"] : ["commitizen"];
    const found = tableAt(readConfiguration(repository, name), keys);
    if (found === null) continue;
    const { table } = found;
    const provider = textOf(table["version_provider"]) ?? "commitizen";
    const tag = tagOf(textOf(table["tag_format"]) ?? "$version");
    const current = currentVersion(provider, table, tag, repository);
    // Many use it for commit messages alone.
    if (current === null) continue;
    return { ...found, provider, train: { name: "", current, folders: [""], packages: [], tag } };
  }
  return null;
}

/** `v$version`, or the parts one by one. */
function tagOf(format: string): string {
  const plain = format.replace(/\$\{(\w{1,40})\}/g, "$$$1");
  const parts = ["$major", ".$minor", ".$patch", "$prerelease", "$devrelease"];
  const long = parts.reduce((text, part) => (plain.includes(text + part) ? text + part : text), "");
  const whole = long === "" ? "$version" : long;
  return plain.replace(whole, "{version}");
}

function currentVersion(provider: string, table: Table, tag: string, repository: Repository): string | null {
  if (provider === "commitizen") return textOf(table["version"]);
  if (provider === "scm") return latestTagged(repository, tag);
  const known = Object.hasOwn(versionProviders, provider) ? versionProviders[provider] : undefined;
  const [file = ""] = known?.files ?? [];
  const text = repository.has(file) ? repository.read(file) : null;
  return text === null ? null : (known?.read(text) ?? null);
}

async function bump(project: Project, release: ToolRelease): Promise<void> {
  const { table, train, at } = project;
  const current = train.current ?? "";
  const target = release.targetOf(train);
  for (const { path, source, origin } of versionFiles(project, release))
    changeLines(path, source, { current, target, origin, release });
  setVersion(project, target, release);
  const tag = (version: string) => train.tag?.replace("{version}", version) ?? version;
  const env = (prefix: string, names: readonly string[]) => ({
    [`${prefix}${names[0]}`]: current,
    [`${prefix}${names[1]}`]: tag(current),
    [`${prefix}${names[2]}`]: target,
    [`${prefix}${names[3]}`]: tag(target),
  });
  const before = env("CZ_PRE_", ["CURRENT_VERSION", "CURRENT_TAG_VERSION", "NEW_VERSION", "NEW_TAG_VERSION"]);
  for (const line of textsOf(table["pre_bump_hooks"]))
    await release.run(line, { env: before, origin: at("pre_bump_hooks") });
  const after = env("CZ_POST_", [
    "LAST_VERSION",
    "LAST_TAG_VERSION",
    "CURRENT_VERSION",
    "CURRENT_TAG_VERSION",
  ]);
  for (const line of textsOf(table["post_bump_hooks"]))
    await release.run(line, { env: after, origin: at("post_bump_hooks") });
}

interface VersionFile {
  readonly path: string;
  /** The pattern of the lines that are meant; null for those with the version. */
  readonly source: string | null;
  readonly origin: Origin;
}

/** `path:pattern`, sorted and each of them once; a path may be a glob. */
function versionFiles({ table, at }: Project, release: ToolRelease): readonly VersionFile[] {
  const files = textsOf(table["version_files"]).flatMap((entry, index) => {
    const origin = at("version_files", index);
    const [glob = "", ...rest] = entry.split(":");
    const paths = release.glob([glob.replace(/^\.\//, "")]);
    if (paths.length === 0)
      release.inert({ origin, message: `${glob} is named in version_files and does not exist` });
    return paths.map((path) => ({ path, source: rest.length === 0 ? null : rest.join(":") || null, origin }));
  });
  const once = new Map(files.map((file) => [`${file.path}\0${file.source ?? ""}`, file]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}

function changeLines(
  path: string,
  source: string | null,
  {
    current,
    target,
    origin,
    release,
  }: {
    readonly current: string;
    readonly target: string;
    readonly origin: Origin;
    readonly release: ToolRelease;
  },
): void {
  const text = release.read(path);
  if (text === null) return;
  const pattern = source === null ? literalPattern(current) : translatedPattern(source);
  if (pattern === null) throw new ToolRefusal(`the pattern ${source} cannot be read`, origin);
  const lines = text.split(/(?<=\n)/);
  const changed = lines.map((line) =>
    line.includes(current) && foreignMatches(pattern, line, origin).length > 0
      ? line.replaceAll(current, () => target)
      : line,
  );
  const after = changed.join("");
  if (after !== text) release.write(path, after, origin);
  else
    release.inert({
      origin,
      message: `${path} does not hold ${current} where it is searched for`,
      declares: path,
    });
}

function setVersion(
  { configuration, keys, provider, at }: Project,
  target: string,
  release: ToolRelease,
): void {
  if (provider === "scm") return;
  if (provider === "commitizen") {
    const origin = at("version");
    const text = release.read(configuration.path) ?? "";
    const after = withOwnVersion(configuration, keys, text, target);
    if (after === null) throw new ToolRefusal(`${configuration.path} cannot be written`, origin);
    if (after !== text) release.write(configuration.path, after, origin);
    return;
  }
  const known = versionProviders[provider];
  for (const file of known?.files ?? []) {
    const text = release.read(file);
    const after = text === null ? null : (known?.write(file, text, target, release) ?? null);
    if (after !== null && after !== text) release.write(file, after, at("version_provider"));
  }
}

/** Null for YAML, which is written by a library of Python. */
function withOwnVersion(
  { path }: Configuration,
  keys: readonly string[],
  text: string,
  version: string,
): string | null {
  if (path.endsWith(".toml")) return withTomlStrings(text, [{ path: [...keys, "version"], value: version }]);
  if (!path.endsWith(".json")) return text.replace(/^([ \t]{1,20}version:[ \t]{0,20})\S+/m, `$1${version}`);
  const root = JSON.parse(text) as Table;
  Reflect.set(tableOf(root["commitizen"]), "version", version);
  return pythonJson(root, 2);
}
