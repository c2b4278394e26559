import type { NamedCommand } from "../commands/shown-command.ts";
import type { ShellHost } from "../host.ts";
import type { Position } from "../position.ts";
import type { Descriptors } from "../streams/descriptor.ts";
import type { FileSink } from "../streams/sinks.ts";
import type { Frame } from "./frame.ts";
import type { ShellFunction } from "./function.ts";
import type { Dialect } from "./options.ts";
import type { Variables } from "./variables.ts";

/** What a shell is made of. */
export type ShellParts = Pick<
  ShellState,
  | "host"
  | "dialect"
  | "position"
  | "vars"
  | "options"
  | "shopt"
  | "functions"
  | "traps"
  | "frames"
  | "openFiles"
  | "descriptors"
  | "scriptName"
  | "params"
  | "cwd"
  | "failure"
>;

/** What a shell holds: its variables, options, open files and where it is. */
export class ShellState {
  readonly host: ShellHost;
  readonly dialect: Dialect;
  readonly position: Position;
  readonly vars: Variables;
  readonly options: Set<string>;
  readonly shopt: Set<string>;
  readonly functions: Map<string, ShellFunction>;
  readonly traps: Map<string, string>;
  readonly frames: Frame[];
  /** The files that are open for writing in any shell of the rehearsal, newest last. */
  readonly openFiles: Set<FileSink>;
  descriptors: Descriptors;
  scriptName: string;
  params: readonly string[];
  /** Absolute virtual path. */
  cwd: string;
  /** The status of a shell that an expansion has ended. */
  readonly failure: number;
  status = 0;
  /** Above zero where a failure does not end the shell. */
  ignoringErrors = 0;
  loopDepth = 0;
  /** How many shells are around this one. */
  level = 0;
  depth = 0;
  /** How the last substitution of the command at hand ended; null when there was none. */
  substituted: number | null = null;
  lastArgument = "";
  /** What `BASH_COMMAND` names; null before the first command. */
  lastCommand: NamedCommand | null = null;
  /** A trap is running, so that `BASH_COMMAND` stays the command at which it was run. */
  isInTrap = false;
  isInErrorTrap = false;
  /** The numbers and ends of what was started in the background. */
  readonly jobs = new Map<number, number>();
  lastJob: number | null = null;
  /** The stack of folders below the one at hand. */
  folders: string[] = [];
  /** What is left to do when the command at hand, or the shell, has ended. */
  afterwards: (() => void)[] = [];
  /** Where `getopts` is in a word of several letters. */
  optionPlace = 1;
  random = 42;

  constructor(parts: ShellParts) {
    this.host = parts.host;
    this.dialect = parts.dialect;
    this.position = parts.position;
    this.vars = parts.vars;
    this.options = parts.options;
    this.shopt = parts.shopt;
    this.functions = parts.functions;
    this.traps = parts.traps;
    this.frames = parts.frames;
    this.openFiles = parts.openFiles;
    this.descriptors = parts.descriptors;
    this.scriptName = parts.scriptName;
    this.params = parts.params;
    this.cwd = parts.cwd;
    this.failure = parts.failure;
  }

  get isBash(): boolean {
    return this.dialect === "bash";
  }

  get expandsBraces(): boolean {
    return this.isBash && this.options.has("braceexpand");
  }

  /** What a subshell begins with. Traps are not inherited. */
  protected forkedParts(): ShellParts {
    return {
      host: this.host,
      dialect: this.dialect,
      position: this.position,
      vars: this.vars.copy(),
      options: new Set(this.options),
      shopt: new Set(this.shopt),
      functions: new Map(this.functions),
      traps: new Map([...this.traps].filter(([name, action]) => keepsTrap(this, name, action))),
      frames: [...this.frames],
      openFiles: this.openFiles,
      descriptors: new Map(this.descriptors),
      scriptName: this.scriptName,
      params: this.params,
      cwd: this.cwd,
      failure: 1,
    };
  }

  /** Takes over what a subshell goes on with. */
  protected comeFrom(shell: ShellState): void {
    this.status = shell.status;
    this.ignoringErrors = shell.ignoringErrors;
    this.level = shell.level + 1;
    this.depth = shell.depth;
    this.lastArgument = shell.lastArgument;
    this.lastCommand = shell.lastCommand;
    this.isInTrap = shell.isInTrap;
    this.isInErrorTrap = shell.isInErrorTrap;
    this.lastJob = shell.lastJob;
    this.folders = [...shell.folders];
    this.random = shell.random;
  }
}

/** Only what is ignored stays so in a subshell, and what is done at errors with `set -E`. */
function keepsTrap(shell: ShellState, name: string, action: string): boolean {
  if (name === "ERR") return shell.options.has("errtrace");
  return action === "" && name !== "EXIT";
}
