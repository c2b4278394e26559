import type { Occurrence } from "../inventory/occurrence.ts";
import type { Edit } from "../release/edits/edit.ts";
import type { Verdict } from "./verdict.ts";

/** An occurrence with its verdict and the reason that decided it. */
export interface JudgedOccurrence extends Occurrence {
  readonly verdict: Verdict;
  /** One sentence without a full stop. */
  readonly reason: string;
  /** Whether the place itself proves whose version it is, or its surroundings make it likely. */
  readonly certainty: "proved" | "likely";
  /**
   * True when the occurrence belongs to the train, so that a release owes it the new version. A missed place that only
   * records or speaks of a version is owed none.
   */
  readonly owed: boolean;
  /** Why a place that the release misses is no finding of its own; null where it is one, and for every other place. */
  readonly unreported: string | null;
  /** The edit that rewrites it; null when nothing does. */
  readonly edit: Edit | null;
}

/** What decided the verdict and, of a missed place that is no finding, why it is none. */
export function wholeReason({ reason, unreported }: JudgedOccurrence): string {
  return unreported === null ? reason : `${reason}; no finding, for ${unreported}`;
}
