import { type Finding, severities } from "../findings/finding.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { folderOf } from "../repository/packages/path.ts";
import { counted } from "../repository/text/counted.ts";
import { entriesOf } from "./entries.ts";
import { entryLines } from "./entry-text.ts";
import type { Reported, ReportOptions } from "./report-options.ts";
import { summaryLines } from "./summary-text.ts";
import { visible } from "./visible-text.ts";

/** Findings that are shown together; null without a heading of their own. */
interface Section {
  readonly heading: string | null;
  readonly findings: readonly Finding[];
}

/** The default report: an annotated frame for every finding, families folded, and the figures of the audit. */
export function text(audit: Reported, options: ReportOptions): string {
  const explained = new Set<string>();
  const sections = sectionsOf(audit.findings, options).map((section) => ({
    ...section,
    entries: entriesOf(section.findings),
  }));
  const blocks = sections.flatMap(({ heading, entries }) => [
    ...(heading === null ? [] : [heading]),
    ...entries.map((entry) => {
      const isFirst = !explained.has(entry.first.rule);
      explained.add(entry.first.rule);
      return entryLines(entry, isFirst, options).join("\n");
    }),
  ]);
  const all = sections.flatMap(({ entries }) => entries);
  return `${[...blocks, summaryLines(audit, options, all).join("\n")].join("\n\n")}\n`;
}

/** Folders stand in the order of their most severe finding, so that what stops the release comes first. */
function sectionsOf(findings: readonly Finding[], options: ReportOptions): Section[] {
  if (options.groupBy === "rule") return [{ heading: null, findings }];
  return [...groupBy(findings, ({ location }) => folderOf(location.path))].map(([folder, group]) => {
    const counts = severities
      .map((severity) => [severity, group.filter((finding) => finding.severity === severity).length] as const)
      .filter(([, count]) => count > 0)
      .map(([severity, count]) => counted(count, severity));
    const name = folder === "" ? "(root)" : `${visible(folder)}/`;
    return { heading: options.palette("strong", `${name}  ${counts.join(" · ")}`), findings: group };
  });
}
