import type { Finding } from "../../findings/finding.ts";
import type { Location } from "../../repository/text/location.ts";
import { entriesOf } from "../entries.ts";
import type { Reported, ReportOptions } from "../report-options.ts";
import { ruleUrl } from "../rule-url.ts";
import { framedLine } from "../source-frame.ts";
import type { PageEntry, PageFrame, PageRule } from "./page-data.ts";

/** The findings by rule and severity, in the order in which an audit gives them: what matters comes first. */
export function pageFindings({ findings }: Reported, { rules }: ReportOptions): PageRule[] {
  const groups = new Map<string, PageRule & { entries: PageEntry[] }>();
  for (const { first, others } of entriesOf(findings)) {
    const { rule, severity } = first;
    const key = `${severity} ${rule}`;
    const summary = rules.find(({ id }) => id === rule)?.summary ?? "";
    const group = groups.get(key) ?? { rule, severity, summary, url: ruleUrl(rule), entries: [] };
    groups.set(key, group);
    group.entries.push(entryOf(first, others));
  }
  return [...groups.values()];
}

function entryOf(first: Finding, others: readonly Finding[]): PageEntry {
  const { message, location, label, related, why, help } = first;
  return {
    message,
    frames: [frameOf(location, label), ...related.map((place) => frameOf(place, place.message))],
    also: others.map(({ location: { path, line, column } }) => ({ path, line, column })),
    why,
    help,
  };
}

function frameOf(location: Location, label: string): PageFrame {
  const { path, line, column } = location;
  return { path, line, column, ...framedLine(location), label };
}
