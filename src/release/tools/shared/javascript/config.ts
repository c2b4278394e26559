import type { KeyPath } from "../../../../repository/documents/document.ts";
import type { Origin } from "../../../rehearsal.ts";

/** The configuration of a tool, read whole. */
export interface ConfigFile {
  readonly path: string;
  /** Plain data; what a script computes is a `Computed`. */
  readonly value: unknown;
  /** The line of the first value at or below a key path; the first line of the file where there is none. */
  originOf(...keys: KeyPath): Origin;
}

/** A place in a file, with line and column 1-based. */
export function placeIn(path: string, line = 1, column = 1): Origin {
  return { path, line, column, function: null };
}
