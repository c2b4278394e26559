import type { Finding } from "../../findings/finding.ts";
import { fingerprints } from "../../report/fingerprint.ts";
import { isAboutTheAudit } from "../../rules/ignored-finding.ts";

/** A finding that is known and not to be reported. Rule, path and message are for its readers. */
export interface BaselineEntry {
  /** What tells the finding apart, however lines move and versions change. */
  readonly fingerprint: string;
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

/** The findings of an audit held against a baseline. */
export interface Held {
  readonly known: ReadonlySet<Finding>;
  /** The entries of which nothing is found any more, in their order. */
  readonly removable: readonly BaselineEntry[];
}

/** Without a baseline nothing is known, and nobody asks what tells findings apart. */
export const nothingKnown: Held = { known: new Set(), removable: [] };

/** The entries of all findings, sorted by path, rule and message. What is about the audit itself is never an entry. */
export function entriesOf(findings: readonly Finding[]): BaselineEntry[] {
  const names = fingerprints(findings);
  return findings
    .flatMap(({ rule, message, location }, index): BaselineEntry[] => {
      const fingerprint = names[index];
      if (fingerprint === undefined || isAboutTheAudit(rule)) return [];
      return [{ fingerprint, rule, path: location.path, message }];
    })
    .sort((a, b) => compare(sortKey(a), sortKey(b)));
}

/** Tells which findings a baseline knows and which of its entries have been repaired. */
export function holdAgainst(findings: readonly Finding[], entries: readonly BaselineEntry[]): Held {
  const names = fingerprints(findings);
  const inBaseline = new Set(entries.map(({ fingerprint }) => fingerprint));
  const found = new Set(names);
  return {
    known: new Set(
      findings.filter(({ rule }, index) => !isAboutTheAudit(rule) && inBaseline.has(names[index] ?? "")),
    ),
    removable: entries.filter(({ fingerprint }) => !found.has(fingerprint)),
  };
}

function sortKey({ path, rule, message, fingerprint }: BaselineEntry): string {
  return [path, rule, message, fingerprint].join("\0");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
