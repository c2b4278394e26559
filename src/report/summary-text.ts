import type { Audit } from "../rules/audit.ts";
import { severities } from "../rules/finding.ts";
import { counted, number, percentage } from "./counted.ts";
import type { ReportOptions } from "./report-options.ts";
import { visible } from "./visible-text.ts";

const fewNotes = 5;

/** The figures of an audit, one row each, with what it could not do before them. */
export function summaryLines(audit: Audit, options: ReportOptions): string[] {
  const { release, summary } = audit;
  const { kept, owed } = summary.coverage;
  const rows: [string, string][] = [
    ...noteRows(audit, options.verbose),
    ["release", `${release.current} → ${release.target} · ${visible(release.entry)} · ${release.engine}`],
    ["coverage", `${number(kept)} of ${number(owed)} owed places (${percentage(kept, owed)})`],
    ["found", foundText(audit, options.seconds)],
  ];
  return rows.map(([name, value]) => `${options.palette("strong", name.padEnd(8))}  ${value}`);
}

function foundText({ summary }: Audit, seconds: number | null): string {
  const counts = severities.map((severity) => counted(summary.findings[severity], severity)).join(" · ");
  const found = Object.values(summary.findings).some((count) => count > 0) ? counts : "nothing";
  const time = seconds === null ? "" : ` in ${seconds.toFixed(1)} s`;
  return `${found}${time} (${counted(summary.files, "file")})`;
}

function noteRows({ notes }: Audit, verbose: boolean): [string, string][] {
  const shown = notes.slice(0, verbose ? notes.length : fewNotes);
  const rows = shown.map(({ path, message }, index): [string, string] => [
    index === 0 ? "noted" : "",
    visible(path === null ? message : `${path}: ${message}`),
  ]);
  if (notes.length > shown.length)
    rows.push(["", `and ${notes.length - shown.length} more, which --verbose shows`]);
  return rows;
}
