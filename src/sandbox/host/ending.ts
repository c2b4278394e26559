import type { Origin, Outcome } from "./record/run-record.ts";

/** What a script that needs too much memory is told. */
export const outOfMemory = {
  message: "the script needs more memory than the sandbox gives",
  help: "raise memoryMiB of the release",
};

/** How a run ends. The first end counts; once there is one, the engine is interrupted and nothing runs any more. */
export class Ending {
  readonly #around: Ending | null;
  #outcome: Outcome | null = null;

  /** `around` is the end of what started this run, which must stop where this one must. */
  constructor(around: Ending | null = null) {
    this.#around = around;
  }

  get outcome(): Outcome | null {
    return this.#outcome;
  }

  get isReached(): boolean {
    return this.#outcome !== null || this.#around?.isReached === true;
  }

  set(outcome: Outcome): void {
    this.#outcome ??= outcome;
  }

  /** Takes the end back, where whatever came to it is undone and counts as not run. */
  reopen(): void {
    this.#outcome = null;
  }

  /** The sandbox cannot go on. `message` and `help` are sentences without a full stop. */
  stop(message: string, help: string, origin: Origin | null): void {
    this.set({ ended: "stopped", message, help, origin });
  }
}
