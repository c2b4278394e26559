import { severities } from "../findings/finding.ts";
import { counted } from "../repository/text/counted.ts";
import { coverage, percentage } from "./coverage.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { code, helpInLine, plainText, withinLimit } from "./markdown-text.ts";
import type { Reported, ReportOptions } from "./report-options.ts";
import { ruleUrl } from "./rule-url.ts";
import { sourceLink } from "./source-link.ts";
import { leftOutText, releaseText, stepText } from "./summary-text.ts";

/** GitHub refuses a job summary over 1 MiB, in bytes of UTF-8. https://docs.github.com/en/actions/reference/limits */
const mostBytes = 1024 * 1024;

/** A list of any length would hide the others, so it ends in a count. */
const entriesPerRule = 50;
const areasShown = 30;

/** A job summary: the release, coverage by top folder, and the findings by rule. */
export function markdown(audit: Reported, _options: ReportOptions): string {
  const { release, summary, findings } = audit;
  const counts = severities.map((severity) => counted(summary.findings[severity], severity)).join(", ");
  const blocks = [
    `# version-audit: ${stepText(release.current, release.target)}`,
    `${counts}. Coverage: ${coverage(summary.coverage)}.`,
    `Release: ${code(releaseText(audit))}.`,
    ...(summary.leftOut.length === 0
      ? []
      : [`Left out: ${plainText(summary.leftOut.map(leftOutText).join(", "))}.`]),
    ...coverageTable(audit),
    ...rulesOf(audit).flatMap((rule) => ruleSection(audit, rule)),
    ...(findings.length === 0 ? ["Nothing was found."] : []),
    ...notesSection(audit),
  ];
  return withinLimit(`${blocks.join("\n\n")}\n`, {
    most: mostBytes,
    measure: Buffer.byteLength,
    because: "a summary holds at most 1 MiB",
  });
}

/** Owed places and how many of them a release keeps, by the top folder. */
function coverageTable({ occurrences }: Reported): string[] {
  const areas = new Map<string, { kept: number; owed: number }>();
  for (const { owed, path, verdict } of occurrences) {
    if (!owed) continue;
    const area = path.includes("/") ? path.slice(0, path.indexOf("/") + 1) : "(root)";
    const counts = areas.get(area) ?? { kept: 0, owed: 0 };
    counts.owed++;
    if (verdict === "covered" || verdict === "generated") counts.kept++;
    areas.set(area, counts);
  }
  if (areas.size === 0) return [];
  const worstFirst = [...areas].sort(([a, left], [b, right]) => {
    return right.owed - right.kept - (left.owed - left.kept) || (a < b ? -1 : 1);
  });
  const rows = worstFirst
    .slice(0, areasShown)
    .map(
      ([area, { kept, owed }]) =>
        `| ${code(area).replaceAll("|", "\\|")} | ${kept} | ${owed} | ${percentage(kept, owed)} |`,
    );
  const rest = areas.size - rows.length;
  if (rest > 0) rows.push(`| and ${rest} more | | | |`);
  return ["## Coverage", ["| area | kept | owed | coverage |", "|---|--:|--:|--:|", ...rows].join("\n")];
}

function rulesOf({ findings }: Reported): string[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

function ruleSection(audit: Reported, rule: string): string[] {
  const entries = entriesOf(audit.findings.filter((finding) => finding.rule === rule));
  const lines = entries.slice(0, entriesPerRule).map((entry) => entryLine(audit, entry));
  const rest = entries.length - lines.length;
  if (rest > 0) lines.push(`- and ${rest} more`);
  return [`## [${rule}](${ruleUrl(rule)})`, lines.join("\n")];
}

function entryLine({ repository }: Reported, { first, others }: Entry): string {
  const { path, line } = first.location;
  const link = sourceLink(repository, path, line);
  const place = code(`${path}:${line}`);
  const more = others.length === 0 ? "" : ` and ${counted(others.length, "more place")} like it`;
  const shown = link === null ? place : `[${place}](${link})`;
  return `- **${first.severity}** ${shown}${more}: ${plainText(first.message)}. ${helpInLine(first.help)}`;
}

function notesSection({ notes }: Reported): string[] {
  if (notes.length === 0) return [];
  const lines = notes
    .slice(0, entriesPerRule)
    .map(({ path, message }) => `- ${path === null ? "" : `${code(path)}: `}${plainText(message)}`);
  const rest = notes.length - lines.length;
  return ["## Notes", [...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n")];
}
