import { entriesOf } from "./entries.ts";
import { entryLines } from "./entry-text.ts";
import type { Reported, ReportOptions } from "./report-options.ts";
import { summaryLines } from "./summary-text.ts";

/** The default report: an annotated frame for every finding, families folded, and the figures of the audit. */
export function text(audit: Reported, options: ReportOptions): string {
  const explained = new Set<string>();
  const entries = entriesOf(audit.findings);
  const blocks = entries.map((entry) => {
    const isFirst = !explained.has(entry.first.rule);
    explained.add(entry.first.rule);
    return entryLines(entry, isFirst, options).join("\n");
  });
  return `${[...blocks, summaryLines(audit, options, entries).join("\n")].join("\n\n")}\n`;
}
