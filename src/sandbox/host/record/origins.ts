import type { Origin } from "./run-record.ts";

/** The place that is running right now, whichever interpreter runs it: that of the innermost one. */
export class Origins {
  readonly #running: (() => Origin)[];

  /** `first` tells the place before anything runs. */
  constructor(first: () => Origin) {
    this.#running = [first];
  }

  readonly read = (): Origin => this.#current();

  get #current(): () => Origin {
    const current = this.#running.at(-1);
    if (current === undefined) throw new Error("no interpreter is running");
    return current;
  }

  /** Runs something of which another interpreter tells the place. */
  within<T>(origin: () => Origin, run: () => T): T {
    this.#running.push(origin);
    try {
      return run();
    } finally {
      this.#running.pop();
    }
  }
}
