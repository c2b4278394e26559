import type { Finding } from "../../findings/finding.ts";
import { identityOf } from "../../report/fingerprint.ts";

/**
 * The findings that an earlier state of the repository does not have. Of findings that agree in everything by which
 * they are told apart, as many are old as there were before.
 */
export function newFindings(findings: readonly Finding[], earlier: readonly Finding[]): Finding[] {
  const known = new Map<string, number>();
  for (const finding of earlier) {
    const identity = identityOf(finding);
    known.set(identity, (known.get(identity) ?? 0) + 1);
  }
  return findings.filter((finding) => {
    const identity = identityOf(finding);
    const left = known.get(identity) ?? 0;
    known.set(identity, left - 1);
    return left <= 0;
  });
}
