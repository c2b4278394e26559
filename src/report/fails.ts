import { type Finding, severities } from "../findings/finding.ts";
import type { FailOn } from "./report-options.ts";

/** True when a finding is at or above the severity from which on the audit fails. */
export function fails({ severity }: Pick<Finding, "severity">, failOn: FailOn): boolean {
  return failOn !== "never" && severities.indexOf(severity) <= severities.indexOf(failOn);
}
