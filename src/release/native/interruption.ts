// Only the command line knows `process`, with this one exception: what is started and made for a native rehearsal would
// outlive an interrupted audit, so whoever makes it has to hear of the interruption.
import process from "node:process";
import { setImmediate } from "node:timers/promises";

const interrupting = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** From now on an interruption aborts the signal and does not end the audit, until it is disposed of. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Lets what has come be heard. To be awaited now and then by work that takes long. Rejects after an interruption. */
  readonly pause: Pause;
  /** Hands an interruption that has come to whom it was for, which by default ends the process by that signal. */
  dispose(): Promise<void>;
}

/** Gives way for a moment, and rejects when what is being done is to be given up. */
export type Pause = () => Promise<void>;

/** Listens for the signals with which a terminal or a CI runner ends a program. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  const { signal } = controller;
  let received: NodeJS.Signals | null = null;
  const abort = (name: NodeJS.Signals) => {
    received = name;
    controller.abort();
  };
  for (const name of interrupting) process.on(name, abort);
  return {
    signal,
    pause: async () => {
      await setImmediate();
      signal.throwIfAborted();
    },
    dispose: async () => {
      await setImmediate();
      for (const name of interrupting) process.off(name, abort);
      if (received !== null) process.kill(process.pid, received);
    },
  };
}

/** Ends a process and everything in the group that it leads; one that has ended already is fine. */
export function killGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    // EPERM is what macOS says of a group in which nothing but the unreaped leader is left.
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}
