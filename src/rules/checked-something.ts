import type { Audit } from "./audit.ts";

/**
 * False for an audit of which nothing follows: a rehearsal that the sandbox had to stop, or that wrote no version at
 * all, says nothing about the places that it did not reach.
 */
export function checkedSomething({ rehearsals, summary }: Pick<Audit, "rehearsals" | "summary">): boolean {
  return summary.verdicts.covered > 0 && !rehearsals.some(({ outcome }) => outcome.ended === "stopped");
}
