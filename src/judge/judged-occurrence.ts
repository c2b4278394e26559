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
  /** True when the occurrence belongs to the train, so that a release owes it the new version. */
  readonly owed: boolean;
  /** The edit that rewrites it; null when nothing does. */
  readonly edit: Edit | null;
}
