import type { AuditSoFar } from "../../../findings/audit.ts";
import { passesOn } from "../../../judge/unfollowed/possible-writer.ts";
import type { Note } from "../../../repository/repository.ts";

/** So many files are named. */
const named = 3;

/**
 * Tells of the files that count as kept because their header says that a generator writes them, where the release is known to
 * start none: whoever writes such a header over a file that nobody generates would else have it left alone in silence.
 */
export function claimedNotes({
  occurrences,
  evidence,
  rehearsals,
}: Pick<AuditSoFar, "occurrences" | "evidence" | "rehearsals">): Note[] {
  const isKnown = rehearsals.every(
    ({ mechanism, commands }) =>
      mechanism === "script" &&
      commands.every((command) => command.answer !== "not run" || passesOn(command)),
  );
  if (!isKnown) return [];
  const claimed = occurrences.filter(
    ({ verdict, path }) => verdict === "generated" && evidence.generatedBy(path)?.isClaimed === true,
  );
  const files = [...new Set(claimed.map(({ path }) => path))];
  if (files.length === 0) return [];
  const rest = files.length - named;
  const list = [...files.slice(0, named), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
  const message = `only the header of a generator says that the version is kept there, and the release starts no generator: ${list}`;
  return [{ path: null, message }];
}
