import type { Audit } from "../findings/audit.ts";
import { checkedSomething } from "../findings/checked-something.ts";
import { fails } from "../report/fails.ts";
import type { FailOn } from "../report/report-options.ts";
import { exitCodes } from "./exit-codes.ts";

/**
 * The exit code of an audit: reported findings at or above the severity fail it, and a gate that checked nothing must
 * not pass.
 */
export function exitCodeOf(audit: Audit, failOn: FailOn): number {
  if (!checkedSomething(audit)) return exitCodes.notMade;
  return audit.findings.some((finding) => fails(finding, failOn)) ? exitCodes.failed : exitCodes.passed;
}
