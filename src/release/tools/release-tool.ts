import type { Repository } from "../../repository/repository.ts";
import type { Origin } from "../../sandbox/host/record/run-record.ts";
import type { Covering } from "./shared/covering/missed-text.ts";

/** A train as the configuration of a release tool declares it: what the tool gives one version. */
export interface DeclaredTrain {
  /** The component, package or chart; `""` where the tool releases the whole repository at one version. */
  readonly name: string;
  /** The version that the tool holds for the current one, as it is written; null where only git tags say it. */
  readonly current: string | null;
  /** Folders whose manifests belong to the train, relative to the root with `/`; `""` is the root itself. */
  readonly folders: readonly string[];
  /** Names of the packages of the train, of whatever ecosystem. */
  readonly packages: readonly string[];
  /** The tag that the tool gives a release, with `{version}` where the version stands; null where it sets none. */
  readonly tag: string | null;
  /**
   * The version at which the tool would arrive by its own arithmetic; undefined where it is told one, or reads it off
   * commit messages. It stands beside `targetOf`, whose version is unmistakable.
   */
  readonly next?: string;
}

/** An entry of the configuration that declares a place and reaches none. */
export interface InertEntry {
  /** The line of the configuration. */
  readonly origin: Origin;
  /** What it names and why nothing follows of it, one clause without a full stop. */
  readonly message: string;
  /** The file that it says is rewritten, which is there and in which nothing is. */
  readonly declares?: string;
}

/** How a command ended that a tool starts as a part of its release. */
interface CommandEnd {
  readonly stdout: string;
  readonly exitCode: number;
}

/** One release while it is being carried out, over a copy-on-write view of the repository. Nothing reaches the disk. */
export interface ToolRelease {
  /** The text of a file as it is at this moment, relative to the root; null where there is none or it is no text. */
  read(path: string): string | null;
  /** Every file at this moment, relative to the root, sorted by code unit. */
  list(): readonly string[];
  /** The files that match, sorted; patterns are fast-glob's. Throws a RangeError for a pattern that could take forever. */
  glob(
    patterns: readonly string[],
    options?: { cwd?: string; ignore?: readonly string[] },
  ): readonly string[];
  /** Gives a file its new text; `origin` is the line of the configuration that declares the place. */
  write(path: string, text: string, origin: Origin): void;
  /** Deletes a file, for example a changeset that was taken up. */
  remove(path: string, origin: Origin): void;
  /** Throws away what was written elsewhere, for a tool that commits some files and leaves the rest to a work tree that is not kept. */
  keepOnly(isKept: (path: string) => boolean): void;
  /**
   * The version that the release gives a train. It occurs nowhere in the repository. A train that is never asked about is
   * not released this time.
   */
  targetOf(train: DeclaredTrain): string;
  /** Notes an entry that declares a place and reaches none. */
  inert(entry: InertEntry): void;
  /**
   * A shell line that the tool starts (a hook, a lifecycle script, a refresh of a lockfile): rehearsed on the same files
   * where the sandbox can, else recorded as not run. `env` is added to the environment of the release.
   */
  run(
    line: string,
    options: { cwd?: string; env?: Readonly<Record<string, string>>; origin: Origin },
  ): Promise<CommandEnd>;
}

/** What a tool would do in one repository. */
export interface ToolPlan {
  /** The line of the configuration by which the tool was recognised. */
  readonly config: Origin;
  /** What was understood, one clause without a full stop: which file says so, and what it declares. */
  readonly why: string;
  /** The command that a maintainer would type, with `{version}` where it takes one. */
  readonly call: string;
  /** At least one. The main train, which the repository as a whole is named after, comes first. */
  readonly trains: readonly DeclaredTrain[];
  /** Carries out one release of all trains, as the tool would. Throws a ToolRefusal where its meaning is not known. */
  apply(release: ToolRelease): Promise<void>;
}

/** A release tool with a published meaning. Its configuration is read and applied as the tool itself would. */
export interface ReleaseTool {
  /** The name under which people know it, for example `release-please`. */
  readonly id: string;
  /** What it would do here; null where the repository does not use it. Reads files only, and starts nothing. */
  recognise(repository: Repository): ToolPlan | null;
  /** What to add to its configuration so that it writes a place which it misses. */
  readonly covering: Covering;
}
