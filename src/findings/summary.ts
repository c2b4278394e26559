import { verdicts } from "../judge/verdict.ts";
import type { Audit, FoundAudit, LeftOut, Summary } from "./audit.ts";
import { severities } from "./finding.ts";

/** An audit with its counts, which are made once, when it is known what is reported. */
export function summarised(audit: FoundAudit, leftOut: readonly LeftOut[] = []): Audit {
  return { ...audit, summary: summaryOf(audit, leftOut) };
}

function summaryOf(audit: FoundAudit, leftOut: readonly LeftOut[]): Summary {
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
      audit.findings.map(({ severity }) => severity),
    ),
    coverage: {
      kept: byVerdict.covered + byVerdict.generated,
      owed: audit.occurrences.filter(({ owed }) => owed).length,
    },
    leftOut,
  };
}
