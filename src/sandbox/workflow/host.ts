import type { Origin } from "../host/record/run-record.ts";

/** The commands of a step, for the shell that runs them. */
interface StepLine {
  /** The shell with its options, and the commands as its last word. */
  readonly argv: readonly string[];
  /** Absolute virtual path. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly origin: Origin;
}

/** What a workflow is given by the sandbox. */
export interface WorkflowHost {
  /** Runs the commands of a step; what they print is also that of the rehearsal. */
  run(line: StepLine): { readonly said: string; readonly exitCode: number };
  /** Empties a file that a step may write for the runner. */
  empty(path: string): void;
  /** The text of such a file. */
  read(path: string): string;
  /** The text of a file of the repository; null where there is none. The path is relative to the audited root. */
  text(path: string): string | null;
  /** Records what is not run: an action, another workflow, or the image of a container. */
  used(what: string, origin: Origin): void;
  /** Ends the rehearsal and throws a Stopped. Message and help are sentences without a full stop. */
  stop(message: string, help: string, origin: Origin): never;
}
