import type { Summary } from "../findings/audit.ts";
import { type Finding, severities } from "../findings/finding.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { counted, grouped } from "../repository/text/counted.ts";
import { percentage } from "./coverage.ts";
import { entriesOf } from "./entries.ts";
import { asSentence, code, helpInLine, plainText, withinLimit } from "./markdown-text.ts";
import type { Reported, ReportOptions } from "./report-options.ts";
import { ruleUrl } from "./rule-url.ts";
import { sourceLink } from "./source-link.ts";
import { leftOutText, stepText } from "./summary-text.ts";

/**
 * GitHub refuses a longer body; whether it counts characters or bytes of UTF-8 is nowhere said, and bytes are never fewer.
 * https://github.com/orgs/community/discussions/27190
 */
const mostBytes = 65_536;

/**
 * The comment of a pull request: the answer in one line, coverage before and now, and the findings folded by rule. It is
 * meant for an audit that reports what a change causes.
 */
export function comment(audit: Reported, options: ReportOptions): string {
  const { summary, findings, notes } = audit;
  const byRule = [...groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`).values()];
  const blocks = [
    `### ${answer(audit)}`,
    ...coverageTable(summary),
    ...byRule.map((group) => folded(audit, group)),
    ...(notes.length === 0 ? [] : [foldedNotes(audit)]),
    remark(audit, options),
  ];
  return withinLimit(`${blocks.join("\n\n")}\n`, {
    most: mostBytes,
    measure: Buffer.byteLength,
    because: `a comment holds at most ${grouped(mostBytes)} characters`,
  });
}

function answer({ summary, release }: Reported): string {
  const counts = severities
    .filter((severity) => summary.findings[severity] > 0)
    .map((severity) => counted(summary.findings[severity], severity));
  const step = `the release of ${plainText(release.target)}`;
  const isPart = summary.leftOut.length > 0;
  if (counts.length > 0) return `version-audit: ${counts.join(", ")} for ${step}`;
  return `version-audit: nothing${isPart ? " new" : ""} would be wrong after ${step}`;
}

/** Coverage now, beside what it was where that is known. */
function coverageTable({ coverage, coverageBefore: before }: Summary): string[] {
  const columns = before === null ? [coverage] : [before, coverage];
  if (columns.every(({ owed }) => owed === 0)) return [];
  const row = (name: string, cell: (counts: Summary["coverage"]) => string) =>
    `| ${name} | ${columns.map(cell).join(" | ")} |`;
  const share = ({ kept, owed }: Summary["coverage"]) => (owed === 0 ? "" : percentage(kept, owed));
  const lines = [
    before === null ? "| | now |" : "| | before | now |",
    before === null ? "|---|--:|" : "|---|--:|--:|",
    row("places that the release owes the new version", ({ owed }) => grouped(owed)),
    row("of them kept by it", ({ kept }) => grouped(kept)),
    row("coverage", share),
  ];
  return [lines.join("\n")];
}

/** The findings of one rule and severity. Errors are open from the start, since they are what stops the release. */
function folded(audit: Reported, findings: readonly Finding[]): string {
  const [first] = findings;
  if (first === undefined) throw new RangeError("a group of findings has a first one");
  const { severity, rule } = first;
  const lines = entriesOf(findings).map(({ first: shown, others }) => {
    const { path, line } = shown.location;
    const link = sourceLink(audit.repository, path, line);
    const place = link === null ? code(`${path}:${line}`) : `[${code(`${path}:${line}`)}](${link})`;
    const more = others.length === 0 ? "" : ` and ${counted(others.length, "more place")} like it`;
    return `- ${place}${more}: ${plainText(shown.message)}. ${helpInLine(shown.help)}`;
  });
  const title = `<b>${severity}</b> <a href="${ruleUrl(rule)}">${rule}</a>: ${counted(findings.length, "place")}`;
  return [
    `<details${severity === "error" ? " open" : ""}><summary>${title}</summary>`,
    lines.join("\n"),
    "</details>",
  ].join("\n\n");
}

function foldedNotes({ notes }: Reported): string {
  const lines = notes.map(
    ({ path, message }) => `- ${path === null ? "" : `${code(path)}: `}${plainText(message)}`,
  );
  const title = `What the audit could not do: ${counted(notes.length, "note")}`;
  return [`<details><summary>${title}</summary>`, lines.join("\n"), "</details>"].join("\n\n");
}

/** How it is known, and what is not shown. */
function remark({ release, summary }: Reported, { toolVersion }: ReportOptions): string {
  const { current, target, entry, how } = release;
  const where = entry === "" ? "" : ` by ${code(entry)}`;
  const leftOut = summary.leftOut.map((each) => ` ${plainText(asSentence(leftOutText(each)))}`).join("");
  return `${plainText(stepText(current, target))}${where}, ${plainText(how)}; version-audit ${toolVersion}.${leftOut}`;
}
