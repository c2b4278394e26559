import type { AuditSoFar } from "./audit.ts";
import type { Finding } from "./finding.ts";

/** A finding before it is stamped with the id of its rule. */
export type Result = Omit<Finding, "rule">;

/**
 * A named check over the audit so far. It reads no file that discovery did not hand over, changes nothing, and its
 * severities are those that it gives unless the configuration says otherwise.
 */
export interface Rule {
  /** Kebab-case; also the name of its file, of its page in `docs/rules` and of its fixture. */
  readonly id: string;
  /** One line: what a finding of this rule says is wrong. */
  readonly summary: string;
  check(audit: AuditSoFar): readonly Result[];
}
