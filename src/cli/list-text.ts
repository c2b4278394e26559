import type { Audit } from "../findings/audit.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { Verdict } from "../judge/verdict.ts";
import { coverage } from "../report/coverage.ts";
import { occurrenceRecord } from "../report/json.ts";
import { visible } from "../report/visible-text.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { counted, grouped } from "../repository/text/counted.ts";

/** What needs a hand comes first, what is nobody's here last; a verdict that is missing does not compile. */
const urgency = {
  stale: 0,
  behind: 1,
  ahead: 2,
  covered: 3,
  generated: 4,
  independent: 5,
  pinned: 6,
  ignored: 7,
  external: 8,
} satisfies Record<Verdict, number>;

/** A summary, and a table of the places: those that need a hand first, and among equals in the order of the paths. */
export function listText(audit: Audit, occurrences: readonly JudgedOccurrence[]): string {
  const groups = [...groupBy(occurrences, ({ verdict }) => verdict)].sort(
    ([a], [b]) => urgency[a] - urgency[b],
  );
  const tables = groups.map(([, places]) => aligned(places.map((place) => rowOf(audit, place))));
  const counts = groups.map(([verdict, { length }]) => `${grouped(length)} ${verdict}`);
  const all = audit.occurrences.length;
  const listed = `${occurrences.length === all ? "" : `${grouped(occurrences.length)} of `}${counted(all, "version string")}`;
  const lines = [
    counts.length === 0 ? listed : `${listed}: ${counts.join(" · ")}`,
    `coverage: ${coverage(audit.summary.coverage)}`,
    ...tables.flatMap((table) => ["", ...table]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function rowOf({ repository }: Audit, occurrence: JudgedOccurrence): string[] {
  const { path, line, column, text, kind, subject, verdict, reason } = occurrenceRecord(
    repository,
    occurrence,
  );
  return [verdict, `${path}:${line}:${column}`, text, kind, subject ?? "", reason].map(visible);
}

/** Columns that are as wide as their widest cell; the reason stands last and is as long as it likes. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(cell.length, widths[index] ?? 0);
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
