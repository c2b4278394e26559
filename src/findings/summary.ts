import { verdicts } from "../judge/verdict.ts";
import type { AuditSoFar, LeftOut, Summary } from "./audit.ts";
import { type Finding, severities } from "./finding.ts";

/** Counts what an audit found and reports. */
export function summarise(
  audit: AuditSoFar,
  findings: readonly Finding[],
  leftOut: readonly LeftOut[] = [],
): Summary {
  const count = <K extends string>(keys: readonly K[], values: readonly K[]): Record<K, number> => {
    const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
    for (const value of values) counts[value] += 1;
    return counts;
  };
  const byVerdict = count(
    verdicts,
    audit.occurrences.map(({ verdict }) => verdict),
  );
  return {
    files: audit.repository.paths.length,
    verdicts: byVerdict,
    findings: count(
      severities,
      findings.map(({ severity }) => severity),
    ),
    coverage: {
      kept: byVerdict.covered + byVerdict.generated,
      owed: audit.occurrences.filter(({ owed }) => owed).length,
    },
    leftOut,
  };
}
