import type { Rehearsal } from "../rehearsal.ts";
import type { Probes } from "./further-rehearsals.ts";

/** The rehearsals by which places are judged: a failed one is replaced by what it does without its dead rules. */
export function withContinuations(
  rehearsals: readonly Rehearsal[],
  { continued }: Probes,
): readonly Rehearsal[] {
  return rehearsals.map((first) => continued.find(({ failed }) => failed === first)?.rehearsal ?? first);
}
