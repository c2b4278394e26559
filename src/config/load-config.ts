import { existsSync, readFileSync } from "node:fs";
import { posix, resolve } from "node:path";
import { AuditError } from "../audit-error.ts";
import { shownPath } from "../repository/files/path-inside.ts";
import { systemReason } from "../repository/files/system-reason.ts";
import type { Note, Repository } from "../repository/repository.ts";
import { LineIndex } from "../repository/text/location.ts";
import type { Config, Source, Sourced } from "./config.ts";
import { type ParsedConfig, parseConfigFile } from "./config-file.ts";
import { type ConfigText, configProblem, suggestion } from "./config-problem.ts";
import { refuseForeignFile } from "./foreign-file.ts";
import { nearestName } from "./nearest-name.ts";
import { loadPreset, type Preset, presetNames, recognisePreset } from "./presets.ts";
import type { ConfigFile, Release } from "./schema.ts";

/** The name under which a configuration is found in the audited root. */
export const configFileName = "version-audit.toml";

export interface ConfigOptions {
  /** The file to read instead, absolute or relative to the audited root. */
  readonly file?: string | undefined;
  /** The content of the file, null where there is none, so that nothing is read from disk. */
  readonly text?: string | null | undefined;
  /** The ids of the rules that exist; without them `[rules]` may name any. */
  readonly rules?: readonly string[] | undefined;
}

/**
 * The configuration: the tables of the user's file, then those of the preset. Its releases are empty where neither says
 * how a release is made. Throws an AuditError with the place in the file.
 */
export function loadConfig(repository: Repository, options: ConfigOptions = {}): Config {
  const text = readConfigText(repository, options);
  const own = text === null ? null : parseConfigFile(text, options.rules ?? null);
  const preset = choosePreset(repository, own);
  const notes: Note[] = [];
  const entries = <Table extends ArrayTable>(table: Table) => sourcedEntries(table, own, preset);
  return {
    file: own?.file.path ?? null,
    preset: preset?.name ?? null,
    product: own?.tables.product ??
      preset?.tables.product ?? { names: [], packages: [], images: [], urls: [] },
    releases: releasesOf(repository, own, entries("release"), notes),
    generated: entries("generated"),
    couples: entries("couple"),
    lists: entries("list"),
    frozen: entries("frozen"),
    ignores: entries("ignore"),
    severities: own?.tables.rules ?? preset?.tables.rules ?? {},
    notes,
  };
}

function readConfigText(repository: Repository, options: ConfigOptions): ConfigText | null {
  const absolute = resolve(repository.root, options.file ?? configFileName);
  const path = shownPath(repository.root, absolute);
  if (options.text === null) return null;
  if (options.text !== undefined) return { path, text: options.text };
  refuseForeignFile(repository.root, absolute);
  if (options.file === undefined && !existsSync(absolute)) return null;
  try {
    return { path, text: readFileSync(absolute, "utf8") };
  } catch (cause) {
    const help =
      options.file === undefined
        ? "Make the file readable."
        : "Name a readable TOML file with --config, or leave the option out.";
    throw new AuditError(
      `the configuration ${path} cannot be read: ${systemReason(cause)}`,
      { path, help },
      { cause },
    );
  }
}

function choosePreset(repository: Repository, own: ParsedConfig | null): Preset | null {
  const name = own?.tables.preset;
  if (own === null || name === undefined) return recognisePreset(repository);
  if (name === false) return null;
  const known = presetNames.find((preset) => preset === name);
  if (known !== undefined) return loadPreset(known);
  const help = suggestion(name, [...presetNames, "false"]);
  throw configProblem(own.file, own.places.value(["preset"]), `unknown preset ${JSON.stringify(name)}`, help);
}

type ArrayTable = "release" | "generated" | "couple" | "list" | "frozen" | "ignore";
type Entry<Table extends ArrayTable> = NonNullable<ConfigFile[Table]>[number];

/** A table of the file replaces the preset's table of the same name, even when it is empty. */
function sourcedEntries<Table extends ArrayTable>(
  table: Table,
  own: ParsedConfig | null,
  preset: Preset | null,
): Sourced<Entry<Table>>[] {
  const mine: readonly Entry<Table>[] | undefined = own?.tables[table];
  if (own !== null && mine !== undefined) {
    const lines = new LineIndex(own.file.text);
    return mine.map((value, index) => {
      const location = lines.locate(own.file.path, own.places.key([table, index]));
      return { value, source: { from: "file", location } };
    });
  }
  if (preset === null) return [];
  const ready: readonly Entry<Table>[] = preset.tables[table] ?? [];
  const source: Source = { from: "preset", preset: preset.name };
  return ready.map((value) => ({ value, source }));
}

function releasesOf(
  repository: Repository,
  own: ParsedConfig | null,
  configured: readonly Sourced<Release>[],
  notes: Note[],
): Sourced<Release>[] {
  const releases: Sourced<Release>[] = [];
  for (const [index, { value, source }] of configured.entries()) {
    const release = withPlainPaths(value);
    const script = fileOf(release);
    if (script === undefined || repository.has(script)) releases.push({ value: release, source });
    else if (source.from === "preset") notes.push(missingScript(source.preset, script));
    else if (own !== null) throw missingEntry(repository, own, { index, release, script });
  }
  return releases;
}

/** The file of the repository that a release runs; undefined for one that runs none. */
function fileOf({ entry, module, target, makefile = "Makefile", workflow }: Release): string | undefined {
  return entry ?? module ?? workflow ?? (target === undefined ? undefined : makefile);
}

/** The repository knows its files without a leading `./`. */
function withPlainPaths(release: Release): Release {
  return {
    ...release,
    ...(release.entry === undefined ? {} : { entry: posix.normalize(release.entry) }),
    ...(release.module === undefined ? {} : { module: posix.normalize(release.module) }),
    ...(release.makefile === undefined ? {} : { makefile: posix.normalize(release.makefile) }),
    ...(release.workflow === undefined ? {} : { workflow: posix.normalize(release.workflow) }),
  };
}

function missingScript(preset: string, script: string): Note {
  const message = `the preset ${preset} releases with ${script}, which this revision does not have, so the release script is sought in the repository`;
  return { path: null, message };
}

function missingEntry(
  repository: Repository,
  own: ParsedConfig,
  { index, release, script }: { readonly index: number; readonly release: Release; readonly script: string },
): AuditError {
  const key =
    (["entry", "module", "makefile", "workflow"] as const).find((each) => release[each] !== undefined) ??
    "target";
  const isMake = release.target !== undefined;
  const kind = isMake ? /(?:^|\/)(?:GNUm|M|m)akefile$|\.mk$/ : /\.[cm]?[jt]s$/;
  const scripts = repository.paths.filter((path) => kind.test(path));
  const namesakes = scripts.filter((path) => posix.basename(path) === posix.basename(script));
  const meant = namesakes.length === 1 ? namesakes[0] : nearestName(script, scripts);
  const help = meant
    ? `Did you mean ${JSON.stringify(meant)}?`
    : `Name a ${isMake ? "makefile" : "script"} that lies in the repository.`;
  const message = `the release ${JSON.stringify(release.name)} names ${script}, which is not in the repository`;
  return configProblem(own.file, own.places.value(["release", index, key]), message, help);
}
