import { type Finding, type Severity, severities } from "../findings/finding.ts";
import { counted } from "../repository/text/counted.ts";
import { plain } from "./palette.ts";
import type { Reported, ReportOptions } from "./report-options.ts";
import { repositoryPath } from "./repository-path.ts";
import { ruleUrl } from "./rule-url.ts";
import { summaryLines } from "./summary-text.ts";
import { visible } from "./visible-text.ts";

/** The names of the workflow commands. */
const commands = { error: "error", warning: "warning", note: "notice" } satisfies Record<Severity, string>;

/**
 * How many annotations of one kind GitHub keeps per step; the rest would vanish without a word.
 * https://docs.github.com/en/actions/reference/limits
 */
const annotationsPerStep = 10;

/** The annotations, and the summary for the log, which holds nothing else of the audit. */
export function github(audit: Reported, options: ReportOptions): string {
  const figures = summaryLines(audit, { ...options, palette: plain, seconds: null }).map(logLine);
  return `${annotations(audit)}${figures.join("\n")}\n`;
}

/**
 * Workflow commands, which GitHub Actions shows as annotations of the changed files; empty when nothing is found.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function annotations(audit: Reported): string {
  const lines = severities.flatMap((severity) => {
    const findings = audit.findings.filter((finding) => finding.severity === severity);
    const shown = findings.length > annotationsPerStep ? findings.slice(0, annotationsPerStep - 1) : findings;
    const rest = findings.length - shown.length;
    return [
      ...shown.map((finding) => annotation(audit, finding)),
      ...(rest === 0 ? [] : [remainder(severity, rest)]),
    ];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function annotation({ repository }: Reported, finding: Finding): string {
  const { line, endLine, column, endColumn, path } = finding.location;
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = {
    title: finding.rule,
    file: repositoryPath(repository, path),
    line,
    endLine,
    ...columns,
  };
  const why = finding.why === null ? "" : `\nwhy: ${finding.why}`;
  const label = finding.label === "" ? "" : `: ${finding.label}`;
  const text = `${finding.message}${label}${why}\nhelp: ${finding.help}\n${ruleUrl(finding.rule)}`;
  return command(commands[finding.severity], properties, text);
}

function remainder(severity: Severity, count: number): string {
  const text = `${counted(count, `more ${severity}`)}: the summary and the other formats of version-audit list all of them`;
  return command(commands[severity], { title: "version-audit" }, text);
}

function command(name: string, properties: Record<string, string | number>, data: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escapeData(data)}`;
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  const lines = text.split(/\r?\n/u).map(visible).join("\n");
  return lines.replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/**
 * The log must not take a line for a command because a path in it starts like one, or holds one in the older form:
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function logLine(line: string): string {
  return line.replaceAll("::", ": :").replaceAll("##[", "## [");
}
