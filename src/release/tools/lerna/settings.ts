import { within } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import { isObject, type JsonObject } from "../../../sandbox/programs/json-file.ts";
import { programCalls } from "../shared/javascript/called-programs.ts";
import type { ConfigFile } from "../shared/javascript/config.ts";
import { readConfig } from "../shared/javascript/config-file.ts";
import { documentedCalls } from "../shared/javascript/documented-call.ts";
import { type Manifest, requirementFields, requirementsIn } from "../shared/javascript/manifest.ts";
import type { ProgramCall } from "../shared/javascript/program-call.ts";
import { javaScriptWorkspace, packagesAt } from "../shared/javascript/workspace.ts";

/** lerna.json, and what the command line adds. */
export interface LernaSettings {
  readonly config: ConfigFile;
  /** The folder of lerna.json. */
  readonly root: string;
  /** Null where each package has a version of its own. */
  readonly version: string | null;
  readonly packages: readonly Manifest[];
  readonly exact: boolean;
  /** Names of packages that count as changed; `*` for all. */
  readonly forced: readonly string[];
  readonly ignoredChanges: readonly string[];
  readonly includesPrivate: boolean;
  readonly withScripts: boolean;
  readonly withDependents: boolean;
  readonly withTags: boolean;
  readonly syncsDistribution: boolean;
  readonly client: "npm" | "pnpm" | "yarn";
  readonly tagPrefix: string;
  readonly tagSeparator: string;
  readonly call: ProgramCall | null;
}

/**
 * Reads lerna.json; null where it has no version, which means that lerna only runs scripts here.
 * https://github.com/lerna/lerna/blob/main/libs/commands/version/README.md#options and
 * https://lerna.js.org/docs/api-reference/configuration
 */
export function readLerna(repository: Repository, path: string): LernaSettings | null {
  const config = readConfig(repository, path);
  if (config === null || !isObject(config.value)) return null;
  const { value } = config;
  const version = value["version"];
  if (typeof version !== "string") return null;
  const root = path.slice(0, -"lerna.json".length).replace(/\/$/u, "");
  const call = versionCall(repository);
  const options = {
    ...withoutTables(value),
    ...command(value, "publish"),
    ...command(value, "version"),
    ...flagsOf(call),
  };
  const packages = packagesOf(repository, root, value);
  const client = options["npmClient"];
  return {
    ...{ config, root, packages, call },
    version: version === "independent" ? null : version,
    exact: options["exact"] === true || (options["exact"] === undefined && requiresExactly(packages)),
    forced: forcedOf(options["forcePublish"]),
    ignoredChanges: strings(options["ignoreChanges"]),
    includesPrivate: options["private"] !== false,
    withScripts: options["ignoreScripts"] !== true,
    withDependents: options["excludeDependents"] !== true,
    withTags: options["gitTagVersion"] !== false,
    syncsDistribution: options["syncDistVersion"] === true,
    client: client === "pnpm" || client === "yarn" ? client : "npm",
    tagPrefix: typeof options["tagVersionPrefix"] === "string" ? options["tagVersionPrefix"] : "v",
    tagSeparator: typeof options["tagVersionSeparator"] === "string" ? options["tagVersionSeparator"] : "@",
  };
}

/** The first call of `lerna version` or `lerna publish` that makes no prerelease of the day. */
function versionCall(repository: Repository): ProgramCall | null {
  const calls = [...programCalls(repository), ...documentedCalls(repository)].filter(
    ({ program, args }) => program === "lerna" && (args[0] === "version" || args[0] === "publish"),
  );
  const isPlain = ({ args }: ProgramCall) =>
    !args.some((arg) => /^(?:--canary|--preid|pre\w+|from-)/u.test(arg));
  return calls.find(isPlain) ?? null;
}

function command(value: JsonObject, name: string): JsonObject {
  const commands = value["command"] ?? value["commands"];
  const options = isObject(commands) ? commands[name] : undefined;
  return isObject(options) ? options : {};
}

function withoutTables({ command: _, commands: __, ...rest }: JsonObject): JsonObject {
  return rest;
}

/** `--force-publish`, `--no-private` and `--tag-version-prefix=x` as their options. */
function flagsOf(call: ProgramCall | null): JsonObject {
  const flags = (call?.args ?? []).flatMap((arg) => {
    const [, no, name, , given] = /^--(no-)?([a-z-]+)(=(.*))?$/u.exec(arg) ?? [];
    if (name === undefined) return [];
    const option = name.replace(/-[a-z]/gu, (part) => part.slice(1).toUpperCase());
    return [[option, no !== undefined ? false : (given ?? true)]];
  });
  return Object.fromEntries(flags);
}

function packagesOf(repository: Repository, root: string, value: JsonObject): readonly Manifest[] {
  const own = strings(value["packages"]);
  const { globs, declaredIn } = javaScriptWorkspace(repository, root);
  const isManager = declaredIn !== within(root, "lerna.json");
  const wanted =
    own.length > 0 && !(value["useWorkspaces"] === true && isManager) ? own : (globs ?? ["packages/*"]);
  return packagesAt(repository, root, wanted).filter(({ version }) => version !== null);
}

/**
 * True where the packages require each other by bare versions alone. lerna writes a caret unless it is told otherwise, so
 * that releases of such a repository have been made with `--exact`, wherever that was typed.
 */
function requiresExactly(packages: readonly Manifest[]): boolean {
  const names = new Set(packages.map(({ name }) => name));
  const ranges = packages.flatMap(({ content }) =>
    requirementFields.flatMap((field) => {
      const held = field === "peerDependencies" ? new Map<string, string>() : requirementsIn(content, field);
      return [...held]
        .filter(([name, range]) => names.has(name) && !range.includes(":"))
        .map(([, range]) => range);
    }),
  );
  return ranges.length > 1 && ranges.every((range) => /^\d/u.test(range));
}

function forcedOf(given: unknown): readonly string[] {
  if (given === true || given === "") return ["*"];
  if (typeof given === "string") return given.split(",");
  return strings(given);
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
