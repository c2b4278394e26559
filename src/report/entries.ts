import type { Finding } from "../findings/finding.ts";

/** Findings that are shown as one: the first of them in full, the others by their places. */
export interface Entry {
  readonly first: Finding;
  readonly others: readonly Finding[];
}

/** Folds the findings of one rule, severity and family. The order is that of the first finding of each entry. */
export function entriesOf(findings: readonly Finding[]): Entry[] {
  const entries = new Map<string, { first: Finding; others: Finding[] }>();
  for (const [index, finding] of findings.entries()) {
    const { severity, rule, family } = finding;
    const key = JSON.stringify(family === null ? [index] : [severity, rule, family]);
    const entry = entries.get(key);
    if (entry === undefined) entries.set(key, { first: finding, others: [] });
    else entry.others.push(finding);
  }
  return [...entries.values()];
}
