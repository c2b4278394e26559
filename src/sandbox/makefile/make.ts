import type { Origin } from "../host/record/run-record.ts";
import type { MakeHost } from "./host.ts";
import type { Rules } from "./rules/rules.ts";
import type { Variables } from "./variables/variables.ts";

/** What the command line of make asks for. */
export interface MakeOptions {
  /** Relative to the folder in which make works; null for the usual names. */
  readonly makefile: string | null;
  readonly isSilent: boolean;
  readonly isDry: boolean;
  readonly remakesAll: boolean;
  readonly ignoresErrors: boolean;
  readonly environmentWins: boolean;
  readonly printsFolder: boolean;
  /** As in `make V=1`, in order. */
  readonly assignments: readonly string[];
  readonly goals: readonly string[];
}

/** A make that is running, as its parts see it. */
export interface Make {
  readonly host: MakeHost;
  /** What it is called by, for messages such as `make[1]`. */
  readonly name: string;
  /** Absolute virtual path. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly options: MakeOptions;
  readonly level: number;
  readonly variables: Variables;
  readonly rules: Rules;
  /** The place in a makefile that is being read or carried out. */
  place: Origin;
  /** How many references are being expanded within one another. */
  depth: number;
  expand(text: string): string;
  /** The value of a variable, expanded. */
  valueOf(name: string): string;
  /** Reads text as a part of the makefile, as `$(eval …)` does. */
  evaluate(text: string): void;
  /** The environment of a recipe. */
  environment(): Record<string, string>;
  /** Ends the rehearsal: the make here does not know what the makefile asks for. */
  refuse(what: string): never;
  /** Ends make as a real one would end. */
  fail(message: string): never;
}

/** Real make ends with this message and code 2. */
export class MakeFailure extends Error {}
