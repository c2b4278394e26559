import { AuditError } from "./audit-error.ts";
import type { Audit } from "./findings/audit.ts";
import { type AnsweredQuestion, questionsOf } from "./judge/judge.ts";
import type { JudgedOccurrence } from "./judge/judged-occurrence.ts";
import { type Reach, reachOf } from "./judge/reach.ts";
import type { Location } from "./repository/text/location.ts";

/** How the verdict of one occurrence was found. */
export interface Explanation {
  readonly occurrence: JudgedOccurrence;
  readonly location: Location;
  /** The questions in their fixed order, up to the one that decided. */
  readonly questions: readonly AnsweredQuestion[];
  /** How far the release script got with the file. */
  readonly reach: Reach;
  /** Why a place that the release misses is no finding of its own; null where it is one, and for every other place. */
  readonly unreported: string | null;
}

/**
 * Explains every occurrence of a file, or of one of its lines (1-based). Throws an AuditError when discovery did not
 * find the file or when no version string stands there.
 */
export function explain(audit: Audit, path: string, line: number | null): Explanation[] {
  if (!audit.repository.has(path))
    throw new AuditError(`${path} is not a file of this repository`, {
      path,
      help: "give the path of a tracked or unignored file, relative to the audited root",
    });
  const explanations = audit.occurrences
    .filter((occurrence) => occurrence.path === path)
    .map((occurrence) => ({ occurrence, location: audit.repository.locate(path, occurrence.span) }))
    .filter(({ location }) => line === null || location.line === line)
    .map(({ occurrence, location }) => ({
      occurrence,
      location,
      questions: questionsOf(occurrence, occurrence.edit, audit.evidence),
      reach: reachOfOccurrence(occurrence, audit),
      unreported: occurrence.unreported,
    }));
  if (explanations.length === 0)
    throw new AuditError(`no version string stands ${line === null ? "in" : `on line ${line} of`} ${path}`, {
      path,
      line,
      help: "version-audit list --path shows every place that holds one",
    });
  return explanations;
}

function reachOfOccurrence({ path, edit }: JudgedOccurrence, audit: Audit): Reach {
  if (edit !== null) return { step: "written", detail: "the release writes it", origin: edit.origin };
  return reachOf(path, audit.rehearsals);
}
