import { addressIn } from "../../../repository/git/address.ts";
import type { Repository } from "../../../repository/repository.ts";
import { isObject, type JsonObject } from "../../../sandbox/programs/json-file.ts";
import { programCalls } from "../shared/javascript/called-programs.ts";
import { type ConfigFile, placeIn } from "../shared/javascript/config.ts";
import { readConfig } from "../shared/javascript/config-file.ts";
import type { ProgramCall } from "../shared/javascript/program-call.ts";

/** How release-it is configured. */
export interface ReleaseItSettings {
  /** The options; empty where only a call shows the tool. */
  readonly options: JsonObject;
  readonly originOf: ConfigFile["originOf"];
  readonly path: string;
  readonly call: ProgramCall | null;
  /** What templates call `repo`, by the names of its parts; empty where the repository has no remote. */
  readonly repo: Readonly<Record<string, string>>;
  /** True for a configuration that a script computes as a whole. */
  readonly isComputed: boolean;
}

const extensions = ["json", "jsonc", "json5", "js", "cjs", "mjs", "ts", "cts", "mts", "yaml", "yml", "toml"];

/**
 * Reads `.release-it.*` or the key of package.json; null where neither is there, nor a call.
 * https://github.com/release-it/release-it/blob/main/docs/configuration.md
 */
export function readReleaseIt(repository: Repository): ReleaseItSettings | null {
  const call = releasingCall(programCalls(repository));
  const repo = repoOf(repository.git?.remote ?? null);
  const path = extensions.map((extension) => `.release-it.${extension}`).find((one) => repository.has(one));
  if (path !== undefined) {
    const config = readConfig(repository, path);
    const { value } = config ?? { value: null };
    const options = isObject(value) ? value : {};
    const originOf = config?.originOf ?? (() => placeIn(path));
    return { options, originOf, path, call, repo, isComputed: !isObject(value) };
  }
  const manifest = readConfig(repository, "package.json");
  const held = isObject(manifest?.value) ? manifest.value["release-it"] : undefined;
  if (manifest !== null && isObject(held)) {
    const originOf: ConfigFile["originOf"] = (...keys) => manifest.originOf("release-it", ...keys);
    return { options: held, originOf, path: "package.json", call, repo, isComputed: false };
  }
  if (call === null) return null;
  const { origin } = call;
  return { options: {}, originOf: () => origin, path: origin.path, call, repo, isComputed: false };
}

/** What only tries, only prints, or makes a preview: https://github.com/release-it/release-it/blob/main/docs/dry-runs.md */
const trying =
  /^(?:-d|--dry-run|--release-version|--changelog|--preRelease(?:=.*)?|--preReleaseId(?:=.*)?)$/u;

/** The call by which releases are made: that of the script of this name, else the first one that does not only try it. */
function releasingCall(all: readonly ProgramCall[]): ProgramCall | null {
  const calls = all.filter(({ program, dir }) => program === "release-it" && dir === "");
  const releasing = calls.filter(({ args }) => !args.some((arg) => trying.test(arg)));
  return releasing.find(({ script }) => script === "release") ?? releasing[0] ?? calls[0] ?? null;
}

/** The parts of an address, https://github.com/release-it/release-it/blob/main/lib/util.js, `parseGitUrl`. */
function repoOf(remote: string | null): Readonly<Record<string, string>> {
  const address = addressIn(remote);
  const host = /^(?:\w+:\/\/)?(?:[^/@]*@)?([^/:]+)[/:]/u.exec(remote ?? "")?.[1] ?? "";
  if (remote === null || address === null) return {};
  const { owner, name: project } = address;
  return { remote, host, owner, project, repository: `${owner}/${project}` };
}

/** The options of a plugin; null where it is not used. */
export function pluginOptions({ options }: ReleaseItSettings, name: string): JsonObject | null {
  const plugins = options["plugins"];
  const held = isObject(plugins) ? plugins[name] : undefined;
  if (held === undefined || held === false) return null;
  return isObject(held) ? held : {};
}
