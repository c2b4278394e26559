import type { Repository } from "../../../repository/repository.ts";
import { isObject, type JsonObject } from "../../../sandbox/programs/json-file.ts";
import type { Origin } from "../../rehearsal.ts";
import { programCalls } from "../shared/javascript/called-programs.ts";
import type { ConfigFile } from "../shared/javascript/config.ts";
import { readConfig } from "../shared/javascript/config-file.ts";
import { Computed } from "../shared/javascript/config-script.ts";
import { documentedCalls } from "../shared/javascript/documented-call.ts";
import { requirementFields, requirementsIn } from "../shared/javascript/manifest.ts";
import type { ProgramCall } from "../shared/javascript/program-call.ts";

/** One plugin of auto. */
export interface AutoPlugin {
  /** Without the scope or the prefix by which its package is found. */
  readonly name: string;
  readonly options: JsonObject;
  readonly origin: Origin;
}

/** How auto is configured, and how it is called. */
export interface AutoSettings {
  readonly origin: Origin;
  /** What shows it, one clause. */
  readonly why: string;
  /** Null where a script computes them, or a configuration that is shared gives them. */
  readonly plugins: readonly AutoPlugin[] | null;
  /** What stands before the version in a tag. */
  readonly prefix: string;
  readonly call: ProgramCall | null;
}

const files = [
  ...["", ".json", ".yaml", ".yml", ".ts", ".js", ".cjs"].map((ending) => `.autorc${ending}`),
  ...[".js", ".cjs", ".ts"].map((ending) => `auto.config${ending}`),
];

/**
 * Reads the key `auto` of package.json, else the first of the files, and the first call of `auto shipit`; null without any.
 * https://github.com/intuit/auto/blob/main/packages/core/src/config.ts
 */
export function readAuto(repository: Repository): AutoSettings | null {
  const calls = [...programCalls(repository), ...documentedCalls(repository)];
  const call =
    calls.find(({ program, args }) => program === "auto" && /^(?:shipit|latest)$/u.test(args[0] ?? "")) ??
    null;
  const manifest = readConfig(repository, "package.json");
  const content = isObject(manifest?.value) ? manifest.value : {};
  const held = content["auto"];
  const isRequired = requirementFields.some((field) => requirementsIn(content, field).has("auto"));
  if (
    manifest !== null &&
    isObject(held) &&
    (call !== null || isRequired || "plugins" in held || "extends" in held)
  )
    return settingsOf("package.json", held, (...keys) => manifest.originOf("auto", ...keys), call);
  const path = files.find((one) => repository.has(one));
  if (path !== undefined) {
    const config = readConfig(repository, path);
    const nowhere: Origin = { path, line: 1, column: 1, function: null };
    return settingsOf(path, config?.value ?? null, config?.originOf ?? (() => nowhere), call);
  }
  if (call === null) return null;
  const { origin, script } = call;
  const where = script === null ? `${origin.path}:${origin.line}` : `the script ${JSON.stringify(script)}`;
  return {
    ...{ origin, call, prefix: "v", why: `${where} calls auto` },
    plugins: [{ name: "npm", options: {}, origin }],
  };
}

function settingsOf(
  path: string,
  value: unknown,
  originOf: ConfigFile["originOf"],
  call: ProgramCall | null,
): AutoSettings {
  const options = isObject(value) && !(value instanceof Computed) ? value : null;
  return {
    ...{ call, why: `${path} configures auto`, origin: originOf("plugins") },
    plugins: options === null ? null : pluginsOf(options, originOf),
    prefix: options?.["noVersionPrefix"] === true ? "" : "v",
  };
}

/** What is extended adds its plugins to those of the file, so that without it they are not all known. */
function pluginsOf(options: JsonObject, originOf: ConfigFile["originOf"]): readonly AutoPlugin[] | null {
  if ("extends" in options) return null;
  const listed = options["plugins"] ?? ["npm"];
  if (!Array.isArray(listed)) return null;
  const plugins = listed.map((entry: unknown, index) => pluginOf(entry, originOf("plugins", index)));
  return plugins.includes(null) ? null : plugins.filter((plugin) => plugin !== null);
}

/** A name, or a list of a name and its options. */
function pluginOf(entry: unknown, origin: Origin): AutoPlugin | null {
  const [name, options = {}]: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
  if (typeof name !== "string" || options instanceof Computed) return null;
  return {
    name: name.replace(/^@auto-(?:it|canary)\//u, "").replace(/^auto-plugin-/u, ""),
    options: isObject(options) ? options : {},
    origin,
  };
}
