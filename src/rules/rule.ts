import type { AuditSoFar } from "../findings/audit.ts";
import type { Finding, Result } from "../findings/finding.ts";

/**
 * A named check over the audit so far. It reads no file that discovery did not hand over, changes nothing, and its
 * severities are those that it gives unless the configuration says otherwise.
 */
export interface Rule {
  /** Kebab-case; also the name of its file, of its page in `docs/rules` and of its fixture. */
  readonly id: string;
  /** One line: what a finding of this rule says is wrong. */
  readonly summary: string;
  /** True for a rule about missed places in general: what it says about places that others explain is left out. */
  readonly isGeneral?: boolean;
  /** True for a rule about the ignores: it runs after all others, is told what they silence, and no ignore silences it. */
  readonly isAboutIgnores?: boolean;
  /** `silenced` are the findings that only ignores leave out; a rule that is not about the ignores gets none. */
  check(audit: AuditSoFar, silenced?: readonly Finding[]): readonly Result[];
}
