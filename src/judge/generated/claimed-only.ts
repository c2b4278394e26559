import type { Rehearsal } from "../../release/rehearsal.ts";
import type { Evidence } from "../evidence.ts";
import type { JudgedOccurrence } from "../judged-occurrence.ts";
import { passesOn } from "../unfollowed/possible-writer.ts";

/** What has been judged, and how. */
interface Judged {
  readonly occurrences: readonly JudgedOccurrence[];
  readonly evidence: Pick<Evidence, "generatedBy">;
  readonly rehearsals: readonly Rehearsal[];
}

/**
 * The places of which only the header of their file says that a generator writes them, where the release is known to start
 * none: nothing keeps them, whatever the header says.
 */
export function claimedOnly({ occurrences, evidence, rehearsals }: Judged): JudgedOccurrence[] {
  const isKnown = rehearsals.every(
    ({ mechanism, commands }) =>
      mechanism === "script" &&
      commands.every((command) => command.answer !== "not run" || passesOn(command)),
  );
  if (!isKnown) return [];
  return occurrences.filter(
    ({ verdict, path }) => verdict === "generated" && evidence.generatedBy(path)?.isClaimed === true,
  );
}
