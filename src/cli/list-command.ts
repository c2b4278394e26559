import type { Audit } from "../findings/audit.ts";
import { subjectName } from "../inventory/occurrence.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { occurrenceRecord } from "../report/json.ts";
import { jsonText } from "../report/json-text.ts";
import { boundedGlob } from "../repository/files/bounded-glob.ts";
import { isWithin } from "../repository/packages/path.ts";
import { exitCodes } from "./exit-codes.ts";
import { textOrJson } from "./formats.ts";
import { listText } from "./list-text.ts";
import { makeAudit } from "./make-audit.ts";
import { printReport } from "./print-report.ts";
import type { Settings } from "./settings.ts";

/** Which occurrences are listed; what is not said does not matter. */
export interface ListFilter {
  readonly verdict?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  /** A glob for `type:name` or for the name alone, whose stars stand for slashes, too. */
  readonly subject?: string | undefined;
  /** A glob for the path. */
  readonly path?: string | undefined;
}

/** `version-audit list`: a summary, and one line for every occurrence that the filter lets through. */
export async function listCommand(settings: Settings, filter: ListFilter): Promise<number> {
  const { name, file } = textOrJson("list", settings);
  const audit = await makeAudit(settings);
  const passes = filterOf(filter, settings.within);
  const occurrences = audit.occurrences.filter(passes);
  await printReport(
    name === "json" ? jsonList(audit, occurrences) : listText(audit, occurrences),
    file,
    settings.root,
  );
  return exitCodes.passed;
}

function filterOf(
  { verdict, kind, subject, path }: ListFilter,
  within: string | null,
): (occurrence: JudgedOccurrence) => boolean {
  const isPath = path === undefined ? () => true : boundedGlob(path, { dot: true });
  const isSubject = subject === undefined ? () => true : boundedGlob(subject, { bash: true, dot: true });
  return (occurrence) =>
    (verdict?.includes(occurrence.verdict) ?? true) &&
    (kind?.includes(occurrence.kind) ?? true) &&
    (subject === undefined ||
      (occurrence.subject !== null &&
        (isSubject(occurrence.subject.name) || isSubject(subjectName(occurrence.subject))))) &&
    isPath(occurrence.path) &&
    (within === null || isWithin(occurrence.path, within));
}

function jsonList({ repository }: Audit, occurrences: readonly JudgedOccurrence[]): string {
  return jsonText(occurrences.map((occurrence) => occurrenceRecord(repository, occurrence)));
}
