import type { Origin } from "../host/record/run-record.ts";
import { framesOf } from "../host/record/stack.ts";
import type { Loader } from "../modules/loader.ts";
import type { Bridge } from "./bridge.ts";

/** A script asks from few places; there are more only when its calls nest. */
const maxKnown = 10_000;

/**
 * The place in the script from which the question comes that is being answered: the innermost frame in a file of the
 * repository. After an `await` inside a package there is none, and the place of the question before counts.
 */
export class CurrentOrigin {
  readonly #inline: string | null;
  readonly #known = new Map<string, Origin>();
  #last: Origin;
  #bridge: Bridge | null = null;
  #loader: Loader | null = null;

  /** Until the first question, the place is `first`. Frames in `inline`, which is no file of the repository, are passed over. */
  constructor(first: Origin, inline: string | null) {
    this.#last = first;
    this.#inline = inline;
  }

  /** Sets whose questions and whose modules are meant. */
  follow(bridge: Bridge, loader: Loader): void {
    this.#bridge = bridge;
    this.#loader = loader;
  }

  readonly read = (): Origin => {
    const stack = this.#bridge?.stack ?? "";
    const known = this.#known.get(stack) ?? this.#find(stack);
    if (known !== null) {
      if (this.#known.size < maxKnown) this.#known.set(stack, known);
      this.#last = known;
    }
    return this.#last;
  };

  #find(stack: string): Origin | null {
    for (const frame of framesOf(stack)) {
      const origin = this.#loader?.locate(frame) ?? null;
      if (origin !== null && origin.path !== this.#inline) return origin;
    }
    return null;
  }
}
