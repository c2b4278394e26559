import { fails } from "../report/fails.ts";
import type { FailOn } from "../report/report-options.ts";
import type { Audit } from "../rules/audit.ts";
import { exitCodes } from "./exit-codes.ts";

/**
 * The exit code of an audit: findings at or above the severity fail it. A rehearsal that the sandbox had to stop, or
 * that wrote no version at all, checked nothing, and a gate that checked nothing must not pass.
 */
export function exitCodeOf(audit: Audit, failOn: FailOn): number {
  const isStopped = audit.rehearsals.some(({ outcome }) => outcome.ended === "stopped");
  if (isStopped || audit.summary.verdicts.covered === 0) return exitCodes.notMade;
  return audit.findings.some((finding) => fails(finding, failOn)) ? exitCodes.failed : exitCodes.passed;
}
