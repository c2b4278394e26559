import type { CommandExpansionPart, CommandNode, ProcessSubstitutionPart, Statement, Word } from "unbash";
import type { Argument } from "./argument.ts";
import type { NamedCommand } from "./commands/shown-command.ts";
import type { Piece } from "./expansion/pieces.ts";
import type { Standing } from "./expansion/standing.ts";
import type { ShellHost } from "./host.ts";
import type { Position } from "./position.ts";
import type { SourceText } from "./source-text.ts";
import type { ShellFunction } from "./state/function.ts";
import type { Dialect } from "./state/options.ts";
import type { Variable } from "./state/variable.ts";
import type { Variables } from "./state/variables.ts";
import type { Descriptor, Descriptors } from "./streams/descriptor.ts";
import type { FileSink } from "./streams/sinks.ts";

/** A call of a function or of a sourced file that is running. */
export interface Frame {
  /** What `FUNCNAME` calls it. */
  readonly name: string;
  /** The file in which its text stands. */
  readonly source: string;
  /** The line from which it was called. */
  readonly calledAt: number;
}

/** What a shell is made of. */
export interface ShellParts {
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
}

/** A shell or a subshell with all of its state, as the parts of the evaluator see it. */
export interface Shell extends ShellParts {
  status: number;
  /** Above zero where a failure does not end the shell. */
  ignoringErrors: number;
  loopDepth: number;
  /** How many shells are around this one. */
  readonly level: number;
  /** How the last substitution of the command at hand ended; null when there was none. */
  substituted: number | null;
  lastArgument: string;
  /** What `BASH_COMMAND` names; null before the first command. */
  lastCommand: NamedCommand | null;
  /** A trap is running, so that `BASH_COMMAND` stays the command at which it was run. */
  isInTrap: boolean;
  isInErrorTrap: boolean;
  /** The numbers and ends of what was started in the background. */
  readonly jobs: Map<number, number>;
  lastJob: number | null;
  /** The stack of folders below the one at hand. */
  folders: string[];
  /** What is left to do when the command at hand, or the shell, has ended. */
  afterwards: (() => void)[];
  /** Where `getopts` is in a word of several letters. */
  optionPlace: number;
  random: number;
  readonly isBash: boolean;
  readonly expandsBraces: boolean;
  /** A subshell: everything as it is now, and nothing of it comes back. */
  fork(): Shell;
  /** Runs one more level of nesting. */
  nested<T>(run: () => T): T;
  /** Sets the place of the source that is running. */
  touch(offset: number): void;
  /** Evaluates a text that is no part of the source, at the place that is running. */
  within<T>(text: string, run: () => T): T;
  run(statements: readonly Statement[]): void;
  runCommand(command: CommandNode): void;
  /** Runs words as a command; functions are passed over where they do not count. */
  runArguments(args: readonly Argument[], withFunctions: boolean): void;
  /** Runs a text as `eval` does. */
  runText(text: string, source: SourceText): void;
  /** Ends the rehearsal: the shell here cannot do what the script asks for. */
  stop(message: string, help?: string): never;
  /** Fails as an expansion of a real shell does, which ends the shell. */
  fail(message: string): never;
  /** Turns the RangeError of what would be too much into the end of the rehearsal. */
  bounded<T>(run: () => T): T;
  /** Called with the length of text that is kept in memory. */
  readonly grown: (length: number) => void;
  substitute(part: CommandExpansionPart): string;
  substituteProcess(part: ProcessSubstitutionPart): string;
  /** The value of an arithmetic text, after its expansions. */
  arithmetic(text: string): string;
  /** The value of an arithmetic expression in which nothing is left to expand. */
  evaluate(expression: string): string;
  pieces(word: Word, standing: Standing): Piece[];
  /** The one text that a word becomes where nothing is split. */
  text(word: Word): string;
  /** The key that a subscript of an array names. */
  subscript(name: string, word: Word): string;
  subscriptText(name: string, text: string): string;
  /** The variable that a name stands for, or one that the shell itself keeps; null when there is none. */
  lookup(name: string): Variable | null;
  /** The value of `$1`, `$?` and their kin, null when it is not set; undefined for what is none of them. */
  special(name: string): string | null | undefined;
  /** The value at `name` or `name[subscript]`. */
  valueAt(place: string): string | null;
  assignPlace(place: string, value: string): void;
  needsExtendedPatterns(text: string): void;
  /** Brings what has been written to open files into them. */
  flush(): void;
  descriptor(number: number): Descriptor;
  print(text: string, number?: number): void;
  /** Says what is wrong, as the shell does. */
  complain(message: string): void;
}
