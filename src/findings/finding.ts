import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { Location } from "../repository/text/location.ts";

export const severities = ["error", "warning", "note"] as const;

/** `error` is for what is proved, `warning` for what is likely, `note` for what is worth knowing. */
export type Severity = (typeof severities)[number];

/** Another place that explains a finding. */
export interface Related extends Location {
  /** What this place has to do with it. */
  readonly message: string;
}

/** One located result of a rule. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** One short sentence without a full stop, understandable alone: it names the subject and the fact. */
  readonly message: string;
  /**
   * The name of what stands at a missed place. Which rule reports such a place, and with which words, changes with every
   * release, though the place and what to do about it do not: across releases it is known by this name.
   */
  readonly missed?: string;
  /** The primary place. */
  readonly location: Location;
  /** A few words under the carets of the frame. */
  readonly label: string;
  readonly related: readonly Related[];
  /** Why this is so, from the evidence; null when the message says it all. */
  readonly why: string | null;
  /** What to do about it, one sentence. */
  readonly help: string;
  /** Findings of one rule with the same family are folded into one entry of the text report; null stands alone. */
  readonly family: string | null;
}

/** A finding before it is stamped with the id of its rule. */
export interface Result extends Omit<Finding, "rule"> {
  /** Places of which this finding says what is wrong with them, so that no general rule repeats them; a general one always names its own. */
  readonly explains?: readonly JudgedOccurrence[];
}
