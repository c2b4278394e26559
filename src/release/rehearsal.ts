import type { RunRecord } from "../sandbox/host/record/run-record.ts";

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
}
