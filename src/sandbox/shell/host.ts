import type { Ended, Started } from "../host/desk/started.ts";
import type { Overlay } from "../host/files/overlay.ts";
import type { Origin } from "../host/record/run-record.ts";

/** What a shell is given by the sandbox. All of it is shared by the shells of one rehearsal. */
export interface ShellHost {
  readonly overlay: Overlay;
  /** Seconds since 1970. */
  readonly now: () => number;
  start(program: Started): Ended;
  /** What a person would type when asked. */
  answer(question: string, isOneKey: boolean): string;
  /** The number of the choice that such a person would take. */
  choose(question: string, choices: readonly string[]): string;
  /** Shows something to the person at the terminal. */
  show(text: string): void;
  looked(path: string, found: boolean): void;
  /** Records a read of a file. */
  read(path: string): void;
  globbed(pattern: string, cwd: string, found: readonly string[]): void;
  isExecutable(path: string): boolean;
  /** True when a program of that name is taken to be installed. */
  isInstalled(name: string): boolean;
  /** Throws a Stopped when the time is over or the rehearsal has ended. */
  tick(): void;
  /** Ends the rehearsal and throws a Stopped. Message and help are sentences without a full stop. */
  stop(message: string, help: string, origin: Origin): never;
}
