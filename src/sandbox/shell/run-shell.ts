import { executeScript } from "./commands/execute.ts";
import { runSubshell } from "./commands/subshell.ts";
import { Evaluator } from "./evaluator.ts";
import type { ShellHost } from "./host.ts";
import { Position } from "./position.ts";
import type { SourceText } from "./source-text.ts";
import { type Dialect, shoptDefaults } from "./state/options.ts";
import { startingVariables } from "./state/starting-variables.ts";
import type { Descriptors, Source } from "./streams/descriptor.ts";
import type { Sink } from "./streams/sinks.ts";

/** A shell that is to be run. */
export interface ShellRun {
  readonly host: ShellHost;
  readonly dialect: Dialect;
  readonly source: SourceText;
  /** What `$0` is. */
  readonly name: string;
  readonly params: readonly string[];
  /** The options of `set` that it is started with, by name. */
  readonly options: readonly string[];
  /** It is given a line, and not a file. */
  readonly isLine: boolean;
  /** Absolute virtual path. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: Source;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Runs something of which the given function tells the place. */
  readonly within: (origin: Position["origin"], run: () => void) => void;
  /** Told of the place at which the shell has ended. */
  readonly left?: (origin: ReturnType<Position["origin"]>) => void;
}

/**
 * Runs a shell to its end and gives its exit code. Throws a Stopped when the rehearsal has ended, because the shell here
 * cannot go on or a bound was reached.
 */
export function runShell(run: ShellRun): number {
  const { host, dialect, source, stdin, stdout, stderr } = run;
  const position = new Position(source);
  const descriptors: Descriptors = new Map([
    [0, { source: stdin, sink: null }],
    [1, { source: null, sink: stdout }],
    [2, { source: null, sink: stderr }],
  ]);
  const isBash = dialect === "bash";
  const options = [...run.options, ...(isBash ? ["braceexpand", "hashall"] : [])];
  const defaults = Object.keys(shoptDefaults).filter((name) => shoptDefaults[name]);
  const shell = new Evaluator({
    host,
    dialect,
    position,
    vars: startingVariables(run.env, run.cwd, dialect, run.name),
    options: new Set(options),
    shopt: new Set(isBash ? defaults : []),
    functions: new Map(),
    traps: new Map(),
    frames: [],
    openFiles: new Set(),
    descriptors,
    scriptName: run.name,
    params: run.params,
    cwd: run.cwd,
    failure: run.isLine ? 127 : 1,
  });
  run.within(position.origin, () => {
    try {
      // The position is not moved elsewhere and back, so that it still tells where the text was left.
      runSubshell(shell, () => executeScript(shell, source.text));
      run.left?.(position.origin());
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      shell.stop("the script's calls nest too deeply", "look for an endless recursion");
    }
  });
  return shell.status;
}
