import type { Repository } from "../../../repository/repository.ts";
import { isObject, type JsonObject } from "../../../sandbox/programs/json-file.ts";
import { programCalls } from "../shared/javascript/called-programs.ts";
import { type ConfigFile, placeIn } from "../shared/javascript/config.ts";
import { readConfig } from "../shared/javascript/config-file.ts";
import { Computed } from "../shared/javascript/config-script.ts";
import { requirementFields, requirementsIn } from "../shared/javascript/manifest.ts";

/** One plugin of the list, in the order in which they take part in a step. */
export interface Plugin {
  readonly name: string;
  readonly options: JsonObject;
  /** The key path of its options in the configuration. */
  readonly keys: readonly (string | number)[];
}

/** How semantic-release is configured. */
export interface SemanticReleaseSettings {
  readonly path: string;
  readonly originOf: ConfigFile["originOf"];
  /** Null where a script computes them, or a configuration that is shared gives them. */
  readonly plugins: readonly Plugin[] | null;
  /** With `{version}`. */
  readonly tag: string;
}

const extensions = ["json", "yaml", "yml", "js", "ts", "cjs", "mjs"];
const places = [
  ".releaserc",
  ...extensions.map((extension) => `.releaserc.${extension}`),
  ".config/releaserc",
  ...extensions.map((extension) => `.config/releaserc.${extension}`),
  ...["js", "ts", "cjs", "mjs"].map((extension) => `release.config.${extension}`),
];

/** https://semantic-release.gitbook.io/semantic-release/usage/configuration#plugins */
const defaults = [
  "@semantic-release/commit-analyzer",
  "@semantic-release/release-notes-generator",
  "@semantic-release/npm",
  "@semantic-release/github",
];

/**
 * Reads the key `release` of package.json or the first of the files, as cosmiconfig searches them; null where none is
 * there, and where another program takes the same configuration for each package of its own.
 * https://semantic-release.gitbook.io/semantic-release/usage/configuration#configuration-file
 */
export function readSemanticRelease(repository: Repository): SemanticReleaseSettings | null {
  if (programCalls(repository).some(({ program }) => /multi-semantic-release$/u.test(program))) return null;
  const manifest = readConfig(repository, "package.json");
  const content = isObject(manifest?.value) ? manifest.value : {};
  const held = content["release"];
  const isRequired = requirementFields.some((field) =>
    requirementsIn(content, field).has("semantic-release"),
  );
  const isCalled = programCalls(repository).some(({ program }) => program === "semantic-release");
  if (manifest !== null && isObject(held) && (isRequired || isCalled))
    return settingsOf("package.json", held, (...keys) => manifest.originOf("release", ...keys));
  const path = places.find((one) => repository.has(one));
  if (path === undefined) return null;
  const config = readConfig(repository, path);
  return settingsOf(path, config?.value ?? null, config?.originOf ?? (() => placeIn(path)));
}

function settingsOf(path: string, value: unknown, originOf: ConfigFile["originOf"]): SemanticReleaseSettings {
  const options = isObject(value) && !(value instanceof Computed) ? value : null;
  const format = options?.["tagFormat"];
  const tag = typeof format === "string" ? format.replace(/\$\{version\}/u, "{version}") : "v{version}";
  return { path, originOf, tag, plugins: options === null ? null : pluginsOf(options) };
}

function pluginsOf(options: JsonObject): readonly Plugin[] | null {
  // A step of its own says which plugins take part in it, which was the only way before there was a list of plugins.
  const key = "prepare" in options ? "prepare" : "plugins";
  const listed = options[key] ?? ("extends" in options ? null : defaults);
  const entries = typeof listed === "string" ? [listed] : listed;
  if (!Array.isArray(entries)) return null;
  const plugins = entries.map((entry: unknown, index) => pluginOf(entry, [key, index]));
  return plugins.includes(null) ? null : plugins.filter((plugin) => plugin !== null);
}

function pluginOf(entry: unknown, keys: readonly (string | number)[]): Plugin | null {
  if (typeof entry === "string") return { name: entry, options: {}, keys };
  if (Array.isArray(entry)) {
    const [name, options = {}]: readonly unknown[] = entry;
    if (typeof name !== "string" || !isObject(options) || options instanceof Computed) return null;
    return { name, options, keys: [...keys, 1] };
  }
  if (!isObject(entry) || entry instanceof Computed || typeof entry["path"] !== "string") return null;
  return { name: entry["path"], options: entry, keys };
}
