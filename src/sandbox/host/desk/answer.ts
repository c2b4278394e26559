import type { Workspace } from "../../../repository/packages/workspace.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Command, Write } from "../record/run-record.ts";

/** What the script sees at the moment of the question: the repository with the rehearsal's writes over it. */
export interface View {
  /** The text of a file relative to the root; null when there is none or it is not text. */
  read(path: string): string | null;
  /** True for a file and for a folder, relative to the root; `""` is the root itself. */
  exists(path: string): boolean;
  /** Every file, relative to the root, sorted by code unit. */
  list(): readonly string[];
  /**
   * The files that match, relative to the root; patterns and `ignore` are fast-glob's, relative to `cwd`. Throws a
   * RangeError for a pattern that could take forever.
   */
  glob(patterns: readonly string[], options: { cwd: string; ignore: readonly string[] }): readonly string[];
}

/** A command that the script asked for, and everything from which it may be answered. */
export interface Question {
  /** Program and arguments, as the shell or the script splits them. */
  readonly argv: readonly string[];
  /** The command line as a shell would show it. */
  readonly command: string;
  /** Where the command would run, relative to the root; `""` for the root itself. */
  readonly cwd: string;
  /** The absolute path, with `/`, under which the script sees the root. */
  readonly virtualRoot: string;
  readonly view: View;
  /** The writes of the rehearsal so far, in the order in which they happened. */
  readonly writes: readonly Write[];
  /** The commands that were asked for before this one, in order; a `git commit` among them makes the tree clean. */
  readonly commands: readonly Command[];
  readonly repository: Repository;
  readonly workspace: Workspace;
}

/** What the script is given instead of a run of the command. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The repository files that the answer tells of, relative to the root. */
  readonly named: readonly string[];
}

/** The content that files get back, by their path relative to the root; null for one that goes away again. */
export type Restored = ReadonlyMap<string, string | Uint8Array | null>;

/** What a command takes back of the changes before it; null for every other command. Throws a Refused. */
export type Undoer = (question: Question) => Restored | null;

/** Answers a question of its own kind from the repository alone; null for every other question. */
export type Answerer = (question: Question) => Answer | null;
