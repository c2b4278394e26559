import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { AuditSoFar } from "./audit.ts";
import { type Finding, severities } from "./finding.ts";
import { isIgnored } from "./ignored-finding.ts";
import type { Result, Rule } from "./rule.ts";
import { rules } from "./rules.ts";

/**
 * Runs every rule that the configuration does not switch off; the general ones last, over what the others leave
 * unexplained. Findings are sorted by severity, then by the order of the registry, then by path and place, so that the
 * same repository gives the same report on every machine.
 */
export function runRules(audit: AuditSoFar): Finding[] {
  const explained = new Set<JudgedOccurrence>();
  const found = new Map<Rule, readonly Finding[]>();
  for (const rule of rules.filter(({ isGeneral }) => isGeneral !== true)) {
    const results = resultsOf(rule, audit);
    for (const { explains = [] } of results) for (const occurrence of explains) explained.add(occurrence);
    found.set(rule, results.map(findingOf(rule, audit)));
  }
  const rest = {
    ...audit,
    occurrences: audit.occurrences.filter((occurrence) => !explained.has(occurrence)),
  };
  for (const rule of rules.filter(({ isGeneral }) => isGeneral === true))
    found.set(rule, resultsOf(rule, rest).map(findingOf(rule, audit)));
  const findings = rules.flatMap((rule) => [...(found.get(rule) ?? [])].sort(byPlace));
  return findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function resultsOf(rule: Rule, audit: AuditSoFar): readonly Result[] {
  if (audit.config.severities[rule.id] === "off") return [];
  return rule.check(audit).filter((result) => !isIgnored(result, audit.bench));
}

/** Stamps a result with the id of its rule and with the severity that the configuration gives to it. */
function findingOf(rule: Rule, { config }: AuditSoFar): (result: Result) => Finding {
  const configured = config.severities[rule.id];
  return ({ explains: _, ...result }) => ({
    ...result,
    rule: rule.id,
    severity: configured === undefined || configured === "off" ? result.severity : configured,
  });
}

function byPlace({ location: a }: Finding, { location: b }: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
