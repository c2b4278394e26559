import type { CommandExpansionPart, CommandNode, ProcessSubstitutionPart, Statement, Word } from "unbash";
import type { Argument } from "./argument.ts";
import type { Piece } from "./expansion/pieces.ts";
import type { Standing } from "./expansion/standing.ts";
import type { SourceText } from "./source-text.ts";
import type { ShellState } from "./state/shell-state.ts";
import type { Variable } from "./state/variable.ts";
import type { Descriptor } from "./streams/descriptor.ts";

/** A shell or a subshell with all of its state, as the parts of the evaluator see it. */
export interface Shell extends Omit<ShellState, "depth"> {
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
