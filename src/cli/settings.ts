import { resolve } from "node:path";
import type { Engine } from "../release/rehearsal.ts";
import type { FormatName } from "../report/format-names.ts";
import type { FailOn, Grouping } from "../report/report-options.ts";
import type { ColourChoice } from "./colour.ts";
import { enclosingRepository } from "./enclosing-repository.ts";

/** The shared options as the command line gives them. */
export interface CommandLine {
  readonly config?: string;
  readonly format?: readonly Format[];
  readonly output?: string;
  readonly failOn: FailOn;
  readonly exclude?: readonly string[];
  readonly since?: string;
  readonly staged?: boolean;
  readonly baseline?: string;
  readonly to?: string;
  readonly engine: Engine;
  readonly groupBy: Grouping;
  readonly color: ColourChoice;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** One report that is asked for. */
export interface Format {
  readonly name: FormatName;
  /** The absolute path of the file that it goes to; null for standard output. */
  readonly file: string | null;
}

/** What every command is told. */
export interface Settings {
  /** The audited root as it was named. */
  readonly folder: string;
  /** The absolute path of the audited root: the folder, or the repository that it is a part of. */
  readonly root: string;
  /** The folder relative to the root, with `/`, where it is only a part of it; else null. */
  readonly within: string | null;
  /** The absolute path of the configuration file; null for the one in the root. */
  readonly config: string | null;
  readonly engine: Engine;
  /** The revision since which changes are reported; null for everything. */
  readonly since: string | null;
  /** Globs of the files on which nothing is reported. */
  readonly exclude: readonly string[];
  /** Only what is staged is audited and reported. */
  readonly staged: boolean;
  /** The absolute path of the baseline; null for none. */
  readonly baseline: string | null;
  /** The version that the release would give; null for the next one. */
  readonly target: string | null;
  readonly formats: readonly Format[];
  /** The file of `--output` when no format is named with it; null for standard output. */
  readonly output: string | null;
  readonly failOn: FailOn;
  /** By what the text report groups its findings. */
  readonly groupBy: Grouping;
  readonly color: ColourChoice;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Reads the settings; paths are relative to the working directory. */
export function settingsFrom(line: CommandLine, folder: string): Settings {
  return {
    folder,
    // A configuration that is named is that of the folder.
    ...(line.config === undefined
      ? enclosingRepository(resolve(folder))
      : { root: resolve(folder), within: null }),
    config: line.config === undefined ? null : resolve(line.config),
    engine: line.engine,
    since: line.since ?? null,
    exclude: line.exclude ?? [],
    staged: line.staged ?? false,
    baseline: line.baseline === undefined ? null : resolve(line.baseline),
    target: line.to ?? null,
    formats: line.format ?? [],
    output: line.output === undefined ? null : resolve(line.output),
    failOn: line.failOn,
    groupBy: line.groupBy,
    color: line.color,
    quiet: line.quiet ?? false,
    verbose: line.verbose ?? false,
  };
}
