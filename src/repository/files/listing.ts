import type { Note } from "../repository.ts";

/** What one way of listing found below the audited root; paths are relative to it, with `/`, in no defined order. */
export interface Listing {
  readonly files: readonly string[];
  readonly links: readonly string[];
  readonly notes: readonly Note[];
}
