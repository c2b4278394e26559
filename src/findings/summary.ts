import { verdicts } from "../judge/verdict.ts";
import type { Audit, FoundAudit, Summary } from "./audit.ts";
import { severities } from "./finding.ts";

/**
 * An audit with its counts, which are made once, when it is known what is reported.
 * @param selection what is not reported, and the coverage of the state before where it is known
 */
export function summarised(
  audit: FoundAudit,
  selection: Pick<Summary, "leftOut" | "coverageBefore"> = { leftOut: [], coverageBefore: null },
): Audit {
  return { ...audit, summary: { ...countsOf(audit), ...selection } };
}

function countsOf(audit: FoundAudit): Omit<Summary, "leftOut" | "coverageBefore"> {
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
    coverage: coverageOf(audit),
  };
}

/** Owed places, and how many of them are covered or generated. */
export function coverageOf({ occurrences }: Pick<FoundAudit, "occurrences">): Summary["coverage"] {
  const kept = occurrences.filter(({ verdict }) => verdict === "covered" || verdict === "generated");
  return { kept: kept.length, owed: occurrences.filter(({ owed }) => owed).length };
}
