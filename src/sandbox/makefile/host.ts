import type { Overlay } from "../host/files/overlay.ts";
import type { Origin } from "../host/record/run-record.ts";

/** A line of a recipe, or of `$(shell …)`, that a shell is to run. */
export interface ShellLine {
  /** The shell with its options, and last of all the text. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly origin: Origin;
}

/** What a make is given by the sandbox. All texts are byte texts. */
export interface MakeHost {
  readonly overlay: Overlay;
  /** When a file was last changed, in changes since the rehearsal began: 0 for all that it found. */
  age(path: string): number;
  /** Runs a line, whose output is that of make, and gives its exit code. */
  run(line: ShellLine): number;
  /** Runs a line and gives what it prints. */
  capture(line: ShellLine): { readonly stdout: string; readonly exitCode: number };
  print(text: string): void;
  complain(text: string): void;
  globbed(pattern: string, cwd: string, found: readonly string[]): void;
  looked(path: string, found: boolean): void;
  /** Throws when the time is over or the rehearsal has ended. */
  tick(): void;
  /** Ends the rehearsal and throws. Message and help are sentences without a full stop. */
  stop(message: string, help: string, origin: Origin): never;
}
