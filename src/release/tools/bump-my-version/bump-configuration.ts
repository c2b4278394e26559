import type { Repository } from "../../../repository/repository.ts";
import { LineIndex } from "../../../repository/text/location.ts";
import type { Origin } from "../../rehearsal.ts";
import { readConfiguration } from "../shared/configuration/configuration.ts";
import { parseIni } from "../shared/configuration/ini.ts";
import { flagOf, listOf, textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";

/** One entry of `files`: what is searched and replaced where. */
export interface FileChange {
  readonly options: Table;
  readonly origin: Origin;
}

/** The configuration of bump-my-version, bumpversion or bump2version in one folder. */
export interface BumpConfiguration {
  /** Relative to the root. */
  readonly path: string;
  /** The folder in which it is used; `""` for the root. */
  readonly folder: string;
  readonly options: Table;
  readonly files: readonly FileChange[];
  /** What the parts of a version may be, by their names. */
  readonly parts: Readonly<Record<string, Table>>;
  /** Where the current version stands, or the section where it stands nowhere. */
  readonly origin: Origin;
  /** Where a list of hooks stands. */
  readonly hookOrigin: (name: string) => Origin;
}

/** The order in which the tool looks for its configuration, `bumpversion/config/files.py`. */
export const configurationNames = [".bumpversion.cfg", ".bumpversion.toml", "setup.cfg", "pyproject.toml"];

/** Null where the file configures something else. */
export function readBumpConfiguration(repository: Repository, path: string): BumpConfiguration | null {
  const text = repository.has(path) ? repository.read(path) : null;
  if (text?.includes("bumpversion]") !== true) return null;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const read = path.endsWith(".toml") ? readToml(repository, path) : readIni(path, text);
  return read === null ? null : { path, folder, ...read };
}

type Read = Omit<BumpConfiguration, "path" | "folder">;

function readToml(repository: Repository, path: string): Read | null {
  const configuration = readConfiguration(repository, path, "toml");
  const options = tableOf(tableOf(configuration?.value["tool"])["bumpversion"]);
  if (configuration === null || Object.keys(options).length === 0) return null;
  const at = (...keys: (string | number)[]) => configuration.originOf("tool", "bumpversion", ...keys);
  return {
    options,
    files: listOf(options["files"]).map((entry, index) => ({
      options: tableOf(entry),
      origin: at("files", index),
    })),
    parts: Object.fromEntries(
      Object.entries(tableOf(options["parts"])).map(([name, part]) => [name, tableOf(part)]),
    ),
    origin: at("current_version"),
    hookOrigin: (name) => at(name),
  };
}

/** The older format, `bumpversion/config/files_legacy.py`; a percent sign is doubled in setup.cfg. */
function readIni(path: string, text: string): Read {
  const lines = new LineIndex(text);
  const at = (offset: number): Origin => ({ path, ...lines.position(offset), function: null });
  const sections = parseIni(text).filter(({ name }) => name.startsWith("bumpversion"));
  const undoubled = (value: string) => (path.endsWith("setup.cfg") ? value.replaceAll("%%", "%") : value);
  const optionsOf = (section: (typeof sections)[number]): Table =>
    Object.fromEntries(section.options.map(({ name, value }) => [name, castOf(name, undoubled(value))]));
  const main = sections.find(({ name }) => name === "bumpversion");
  const places = new Map(main?.options.map(({ name, offset }) => [name, offset]));
  const kinds = sections.map((section) => ({
    section,
    kind: section.name.split(":")[1]?.split("(")[0] ?? "",
  }));
  return {
    options: main === undefined ? {} : optionsOf(main),
    files: kinds.flatMap(({ section, kind }) => {
      if (kind !== "file" && kind !== "glob") return [];
      const target = section.name.split(":").slice(2).join(":");
      const key = kind === "file" ? "filename" : "glob";
      return [{ options: { [key]: target, ...optionsOf(section) }, origin: at(section.offset) }];
    }),
    parts: Object.fromEntries(
      kinds.flatMap(({ section, kind }) =>
        kind === "part" ? [[section.name.split(":")[2] ?? "", optionsOf(section)]] : [],
      ),
    ),
    origin: at(places.get("current_version") ?? main?.offset ?? 0),
    hookOrigin: (name) => at(places.get(name) ?? main?.offset ?? 0),
  };
}

const lists = new Set(["serialize", "values", "setup_hooks", "pre_commit_hooks", "post_commit_hooks"]);

function castOf(name: string, value: string): unknown {
  const text = value.replace(/^\n/, "");
  if (lists.has(name)) return text.split(text.includes("\n") ? "\n" : "\0").filter((line) => line !== "");
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text;
}

/** An option of a file, else that of the whole configuration, else the default. */
export function optionOf(change: FileChange, configuration: BumpConfiguration, name: string): unknown {
  return change.options[name] ?? configuration.options[name] ?? defaults[name];
}

/** `bumpversion/config/__init__.py`. */
const defaults: Table = {
  parse: "(?P<major>\\d+)\\.(?P<minor>\\d+)\\.(?P<patch>\\d+)",
  serialize: ["{major}.{minor}.{patch}"],
  search: "{current_version}",
  replace: "{new_version}",
};

export function wholeOption(configuration: BumpConfiguration, name: string): unknown {
  return configuration.options[name] ?? defaults[name];
}

/** The files that an entry means are allowed to be gone, or to hold no version. */
export function mayMiss(
  change: FileChange,
  configuration: BumpConfiguration,
  what: "file" | "version",
): boolean {
  const whole = what === "file" ? "ignore_missing_files" : "ignore_missing_version";
  return flagOf(change.options[`ignore_missing_${what}`]) ?? flagOf(configuration.options[whole]) ?? false;
}

export function hooksOf({ options }: BumpConfiguration, name: string): readonly string[] {
  return textsOf(options[name]).filter((line) => textOf(line) !== null);
}
