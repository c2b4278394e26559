import { isTestOrExample } from "../../../repository/files/test-or-example.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Origin } from "../../rehearsal.ts";
import { type Configuration, readConfiguration } from "../shared/configuration/configuration.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import type { Table } from "../shared/configuration/table.ts";
import { type Invocation, releasePleaseInvocations } from "./invocations.ts";

/** A configuration and the manifest that holds the versions of its packages. */
export interface Source {
  readonly config: Configuration;
  readonly versions: Configuration | null;
  /**
   * True where the ending of an extra file says what else is rewritten in it besides annotated lines, as since version 16
   * of the tool, which is that of version 4 of the action.
   */
  readonly readsEndings: boolean;
  /** True where a step names a configuration and a release type, so that the configuration is not read. */
  readonly passesConfigOver: boolean;
  /** The line by which it was found. */
  readonly found: Origin;
}

const defaultConfig = "release-please-config.json";
const defaultVersions = ".release-please-manifest.json";

/**
 * The configurations of the repository: those that its workflows name, else the one at the usual place, else the one
 * that is called so. Two workflows may release two lines of packages.
 */
export function releasePleaseSources(repository: Repository): readonly Source[] {
  const named = releasePleaseInvocations(repository).flatMap((each) => fromInvocation(repository, each));
  if (named.length > 0) return oncePerConfig(named);
  const lying = [defaultConfig, `.github/${defaultConfig}`, ...otherConfigs(repository)].flatMap((path) =>
    sourceOf(repository, path, null, null),
  );
  return lying.slice(0, 1);
}

function fromInvocation(repository: Repository, invocation: Invocation): Source[] {
  const { options } = invocation;
  const type = literal(options["release-type"]);
  if (type !== null && !invocation.isManifest) return [withoutConfig(invocation, type)];
  const config = literal(options["config-file"]) ?? defaultConfig;
  return sourceOf(repository, config.replace(/^\.\//, ""), literal(options["manifest-file"]), invocation);
}

/** A value that the workflow computes is none that can be read. */
function literal(value: unknown): string | null {
  const text = textOf(value);
  return text === null || text.includes("${{") ? null : text;
}

function sourceOf(
  repository: Repository,
  path: string,
  versionsPath: string | null,
  invocation: Invocation | null,
): Source[] {
  const config = readConfiguration(repository, path, "json");
  if (config === null) return [];
  const candidates = versionsPath === null ? versionPaths(path) : [versionsPath.replace(/^\.\//, "")];
  const versions = candidates
    .map((each) => readConfiguration(repository, each, "json"))
    .find((each) => each !== null);
  const found = invocation?.origin ?? config.originOf("packages");
  return [
    {
      config,
      versions: versions ?? null,
      readsEndings: readsEndings(invocation),
      passesConfigOver: false,
      found,
    },
  ];
}

function versionPaths(config: string): string[] {
  const folder = config.slice(0, config.lastIndexOf("/") + 1);
  const name = config.slice(folder.length);
  const suffix = isConfigName(name)
    ? name.slice(name.indexOf("-config") + "-config".length, -".json".length)
    : "";
  const names = [`.release-please-manifest${suffix}.json`, `release-please-manifest${suffix}.json`];
  return [defaultVersions, ...names.map((name) => folder + name), folder + defaultVersions];
}

function isConfigName(name: string): boolean {
  return /^\.?release-please-config/.test(name) && name.endsWith(".json");
}

function otherConfigs({ paths }: Repository): string[] {
  return paths
    .filter((path) => isConfigName(path.slice(path.lastIndexOf("/") + 1)) && !isTestOrExample(path))
    .sort((a, b) => a.split("/").length - b.split("/").length);
}

/** The action alone: one package, whose version only tags tell. */
function withoutConfig(invocation: Invocation, type: string): Source {
  const { options, origin } = invocation;
  const path = (literal(options["path"]) ?? ".").replace(/^\.\//, "").replace(/\/$/, "") || ".";
  const own = Object.fromEntries(
    Object.entries(options).filter(([name, value]) => literal(value) !== null && kept.has(name)),
  );
  const extraFiles = literal(options["extra-files"])
    ?.split("\n")
    .map((line) => line.trim());
  const value: Table = {
    ...own,
    "release-type": type,
    "include-component-in-tag": ["include-component-in-tag", "monorepo-tags"].some(
      (name) => options[name] === true || options[name] === "true",
    ),
    ...(extraFiles === undefined ? {} : { "extra-files": extraFiles.filter((line) => line !== "") }),
    packages: { [path]: {} },
  };
  const config: Configuration = { path: origin.path, text: "", value, originOf: () => origin };
  const passesConfigOver = literal(options["config-file"]) !== null;
  return { config, versions: null, readsEndings: readsEndings(invocation), passesConfigOver, found: origin };
}

function readsEndings(invocation: Invocation | null): boolean {
  return invocation?.actionMajor !== 3;
}

const kept = new Set(["package-name", "component", "version-file", "changelog-path"]);

function oncePerConfig(sources: readonly Source[]): Source[] {
  const known = new Map(
    sources
      .toReversed()
      .map((source) => [JSON.stringify([source.config.path, source.config.value["packages"]]), source]),
  );
  return [...known.values()].toReversed();
}
