import type { RunRecord } from "../sandbox/host/record/run-record.ts";
import type { Mechanism } from "./mechanism.ts";
import type { Learned } from "./past-releases/learned.ts";
import type { DeclaredTrain, InertEntry } from "./tools/release-tool.ts";

export type {
  Command,
  GlobQuestion,
  LogLine,
  Look,
  Origin,
  Outcome,
  PatternQuestion,
  Write,
} from "../sandbox/host/record/run-record.ts";

/** The sandbox runs a script with stand-ins; `command` runs the command of a release natively, in a throw-away copy. */
export type Engine = "sandbox" | "command";

/**
 * What one mechanism says that one release does, over a copy-on-write view of the repository: plain data, in order of
 * time, and the same whichever mechanism spoke.
 */
export interface Rehearsal extends RunRecord {
  /** The name of the release in the configuration. */
  readonly name: string;
  /** The script that was run, relative to the audited root; the command line for the command engine. */
  readonly entry: string;
  readonly engine: Engine;
  /** The version that the release was asked to give. */
  readonly target: string;
  readonly mechanism: Mechanism;
  /** The trains that a release of this kind moves, the main one first. */
  readonly trains: readonly MovedTrain[];
  /** The trains that the configuration declares and that this release leaves at the version which they hold. */
  readonly resting: readonly DeclaredTrain[];
  /** Entries of a configuration that declare a place and reach none. */
  readonly inert: readonly InertEntry[];
  /** What the history of the repository told; null for every other mechanism. */
  readonly learned: Learned | null;
}

/** A train as a rehearsal moved it. */
export interface MovedTrain extends DeclaredTrain {
  /** The version that the rehearsal gave it, which occurs nowhere in the repository. */
  readonly target: string;
}
