import type { AuditSoFar } from "../findings/audit.ts";
import type { Finding, Result } from "../findings/finding.ts";
import type { Location } from "../repository/text/location.ts";

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
  /** `silenced` is empty for a rule that is not about the ignores. */
  check(audit: AuditSoFar, silenced?: Silenced): readonly Result[];
}

/** What only ignores leave out of a report. */
export interface Silenced {
  /** Places that the release would miss, whether or not a rule would speak of them: they count in the coverage. */
  readonly missed: readonly Location[];
  readonly findings: readonly Finding[];
}

export const nothingSilenced: Silenced = { missed: [], findings: [] };
