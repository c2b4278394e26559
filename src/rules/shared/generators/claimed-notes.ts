import type { AuditSoFar } from "../../../findings/audit.ts";
import { claimedOnly } from "../../../judge/generated/claimed-only.ts";
import type { Note } from "../../../repository/repository.ts";

/** So many files are named. */
const named = 3;

/** Tells of the places that only a header keeps: whoever writes one over a file by hand would else have it left alone in silence. */
export function claimedNotes(audit: Pick<AuditSoFar, "occurrences" | "evidence" | "rehearsals">): Note[] {
  const files = [...new Set(claimedOnly(audit).map(({ path }) => path))];
  if (files.length === 0) return [];
  const rest = files.length - named;
  const list = [...files.slice(0, named), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
  const message = `only the header of a generator says that the version is kept there, and the release starts no generator, so it does not count as kept: ${list}`;
  return [{ path: null, message }];
}
