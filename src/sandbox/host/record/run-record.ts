/** A place in the release script, as the stack of the sandbox names it. Line and column are 1-based. */
export interface Origin {
  /** Relative to the audited root, with `/`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The function that was running; null at module level. */
  readonly function: string | null;
}

/** One change of one file by the script, in the order in which it happened. */
export interface Write {
  /** Relative to the audited root. */
  readonly path: string;
  /** The content just before; null when the file did not exist. Text where it is valid UTF-8, else bytes. */
  readonly before: string | Uint8Array | null;
  /** The content just after; null when the script deleted or moved the file. */
  readonly after: string | Uint8Array | null;
  readonly origin: Origin;
}

/** How a command got its output. */
export type CommandAnswer = "computed" | "configured" | "not run";

/** A process that the script asked to start. It was never started. */
export interface Command {
  /** The command line as a shell would show it. */
  readonly command: string;
  readonly argv: readonly string[];
  /** Relative to the audited root; `""` for the root itself. */
  readonly cwd: string;
  readonly origin: Origin;
  readonly answer: CommandAnswer;
  /** What the script was given as standard output. */
  readonly stdout: string;
  /** The repository files or folders that the answer names, relative to the root: what the script was told of. */
  readonly named: readonly string[];
  /** How many writes had happened before the command was asked for. */
  readonly writesBefore: number;
  /** Why the script that it starts was not followed, a clause without a full stop; null for every other command. */
  readonly why: string | null;
  /** How many of the commands that follow in the record were started by what this one ran. */
  readonly inner: number;
}

/** One glob question of the script. */
export interface GlobQuestion {
  readonly patterns: readonly string[];
  readonly ignore: readonly string[];
  /** Relative to the audited root. */
  readonly cwd: string;
  /** Relative to the audited root, in the order of the answer. */
  readonly matches: readonly string[];
  readonly origin: Origin;
}

/** One time that the script held a pattern against the text of a repository file, or against a text derived from it. */
export interface PatternQuestion {
  /** The source of the regular expression, or the searched string itself. */
  readonly pattern: string;
  /** The flags of the regular expression; null for a string search. */
  readonly flags: string | null;
  /** `replace`, `replaceAll`, `match`, `matchAll`, `search`, `test`, `exec`, `includes`, `indexOf`, `split`; a program with its function, such as `sed -i s`. */
  readonly method: string;
  /** The file whose text was searched. */
  readonly path: string;
  readonly matched: boolean;
  /** Whether it matches the text that the file had before the rehearsal. */
  readonly matchesOriginal: boolean;
  /** How many writes had happened before. */
  readonly writesBefore: number;
  readonly origin: Origin;
}

/** One time that the script looked at a path. */
export interface Look {
  readonly path: string;
  readonly how: "read" | "exists" | "list" | "stat";
  readonly found: boolean;
  readonly origin: Origin;
}

export interface LogLine {
  readonly stream: "stdout" | "stderr";
  readonly text: string;
  /** How many writes and commands had happened before it was printed; null where the engine cannot tell. */
  readonly after: { readonly writes: number; readonly commands: number } | null;
}

/** How a rehearsal ended. */
export type Outcome =
  | { readonly ended: "completed"; readonly exitCode: number }
  /** The script itself threw, or exited with a code other than 0: a native run would fail too. */
  | {
      readonly ended: "failed";
      readonly message: string;
      readonly exitCode: number;
      readonly origin: Origin | null;
    }
  /** The sandbox could not go on: an import or API that it does not give, or a bound that was reached. */
  | {
      readonly ended: "stopped";
      readonly message: string;
      readonly help: string;
      readonly origin: Origin | null;
    };

/** What one run of a script did. Plain data, in order of time. */
export interface RunRecord {
  readonly outcome: Outcome;
  readonly writes: readonly Write[];
  readonly commands: readonly Command[];
  readonly globs: readonly GlobQuestion[];
  readonly patterns: readonly PatternQuestion[];
  readonly looks: readonly Look[];
  readonly log: readonly LogLine[];
  /** The modules of the repository that were loaded, entry first. */
  readonly modules: readonly string[];
}
