import { posix } from "node:path";

/** When files were changed, counted in changes; a checkout has one age for all that it holds. */
export class Ages {
  readonly #changed = new Map<string, number>();
  #count = 0;

  change(path: string, before: Uint8Array | null, after: Uint8Array | null): void {
    this.#count += 1;
    this.#changed.set(path, this.#count);
    // A folder changes with the names in it, and not with what they hold.
    if (before === null || after === null) this.#changed.set(posix.dirname(path), this.#count);
  }

  /** 0 for what has not been changed. */
  of(path: string): number {
    return this.#changed.get(path) ?? 0;
  }
}
