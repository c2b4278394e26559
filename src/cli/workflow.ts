import { createHash } from "node:crypto";
import { appendFileSync } from "node:fs";
import type { Settings } from "./settings.ts";

/** What the runner of GitHub Actions gives to a step. */
export interface Workflow {
  /** The file whose text becomes part of the summary of the job; null where the runner has none. */
  readonly summaryFile: string | null;
}

/** A step may add this much to the summary, in bytes: https://docs.github.com/en/actions/reference/limits */
const summaryLimit = 1024 * 1024;

/** The workflow that the audit reports to; null outside of GitHub Actions, and where a format or a file is named. */
export function workflowOf({ formats, output }: Settings): Workflow | null {
  const { GITHUB_ACTIONS: isRunner, GITHUB_STEP_SUMMARY: file = "" } = process.env;
  if (isRunner !== "true" || formats.length > 0 || output !== null) return null;
  return { summaryFile: file === "" ? null : file };
}

/**
 * A report for the log. It quotes lines of the repository, so the runner is told to take no workflow command from it
 * until the token comes, which the report cannot contain since it is made from the report.
 */
export function withoutCommands(report: string): string {
  const token = createHash("sha256").update(report).digest("hex");
  return `::stop-commands::${token}\n${report}::${token}::\n`;
}

/** Adds a report to the summary of the job, or says there that it is too long for it. */
export function addSummary(file: string, report: string): void {
  const fits = Buffer.byteLength(report) < summaryLimit;
  appendFileSync(file, fits ? report : "The report of version-audit is too long for this summary.\n");
}
