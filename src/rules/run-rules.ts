import type { AuditSoFar } from "./audit.ts";
import { type Finding, severities } from "./finding.ts";
import { rules } from "./rules.ts";

/**
 * Runs every rule that the configuration does not switch off. Findings are sorted by severity, then by the order of
 * the registry, then by path and place, so that the same repository gives the same report on every machine.
 */
export function runRules(audit: AuditSoFar): Finding[] {
  const findings = rules.flatMap((rule) => {
    const severity = audit.config.severities[rule.id];
    if (severity === "off") return [];
    return rule
      .check(audit)
      .map((result) => ({ ...result, rule: rule.id, severity: severity ?? result.severity }))
      .sort(byPlace);
  });
  return findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function byPlace({ location: a }: Finding, { location: b }: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
