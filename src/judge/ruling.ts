import type { Verdict } from "./verdict.ts";

/** A verdict, the reason for it as a sentence without a full stop, and how sure it is. */
export interface Ruling {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly certainty: "proved" | "likely";
}

export function likely(verdict: Verdict, reason: string): Ruling {
  return { verdict, reason, certainty: "likely" };
}

export function proved(verdict: Verdict, reason: string): Ruling {
  return { verdict, reason, certainty: "proved" };
}
