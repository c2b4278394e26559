import type { AuditSoFar } from "../findings/audit.ts";
import { type Finding, type Result, severities } from "../findings/finding.ts";
import { isMissed } from "../judge/judge.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { isIgnored } from "./ignored-finding.ts";
import { nothingSilenced, type Rule, type Silenced } from "./rule.ts";
import { rules } from "./rules.ts";
import { withoutIgnores } from "./without-ignores.ts";

/**
 * Runs every rule that the configuration does not switch off. What a general one says about a place that another one
 * explains is left out. Findings are sorted by severity, then by the order of the registry, then by path and place, so that the
 * same repository gives the same report on every machine.
 */
export function runRules(audit: AuditSoFar): Finding[] {
  const plain = runPlainRules(audit);
  const found = new Map(plain.found);
  const silenced = silencedBy(audit, plain);
  for (const rule of rules.filter(({ isAboutIgnores }) => isAboutIgnores === true))
    found.set(rule, resultsOf(rule, audit, silenced).map(findingOf(rule)));
  const findings = rules.flatMap((rule) => [...(found.get(rule) ?? [])].sort(byPlace));
  return findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** What the rules that are not about the ignores have found. */
interface PlainFindings {
  readonly found: ReadonlyMap<Rule, readonly Finding[]>;
  /** What an ignore leaves out of it. */
  readonly silenced: readonly Finding[];
}

function runPlainRules(audit: AuditSoFar): PlainFindings {
  const plain = rules.filter(({ isAboutIgnores }) => isAboutIgnores !== true);
  const explained = new Set<JudgedOccurrence>();
  const found = new Map<Rule, readonly Finding[]>();
  const silenced: Finding[] = [];
  const unignored = (rule: Rule): readonly Result[] => {
    const results = groupBy(resultsOf(rule, audit), (result) =>
      isIgnored(rule.id, result, audit.evidence.ignores),
    );
    silenced.push(...(results.get(true) ?? []).map(findingOf(rule)));
    return results.get(false) ?? [];
  };
  for (const rule of plain.filter(({ isGeneral }) => isGeneral !== true)) {
    const results = unignored(rule);
    for (const { explains = [] } of results) for (const occurrence of explains) explained.add(occurrence);
    found.set(rule, results.map(findingOf(rule)));
  }
  for (const rule of plain.filter(({ isGeneral }) => isGeneral === true)) {
    const results = unignored(rule);
    const unexplained = results.filter(
      ({ explains = [] }) => !explains.some((place) => explained.has(place)),
    );
    found.set(rule, unexplained.map(findingOf(rule)));
  }
  return { found, silenced };
}

/**
 * What the ignores leave out. A place that the release would miss shows by itself that its ignore has an effect. Only where
 * another one has lost its verdict do the rules have to look again: what they say of several places cannot be told from one.
 */
function silencedBy(audit: AuditSoFar, { found, silenced }: PlainFindings): Silenced {
  const ignored = new Set(
    audit.occurrences.flatMap(({ verdict }, index) => (verdict === "ignored" ? index : [])),
  );
  if (ignored.size === 0) return { missed: [], findings: silenced };
  const unignored = withoutIgnores(audit);
  const places = groupBy(
    unignored.occurrences.filter((_, index) => ignored.has(index)),
    ({ verdict }) => isMissed(verdict),
  );
  const missed = (places.get(true) ?? []).map(({ path, span }) => audit.repository.locate(path, span));
  if (!places.has(false)) return { missed, findings: silenced };
  const known = new Set([...found.values()].flat().map(identityOf));
  const others = [...runPlainRules(unignored).found.values()].flat();
  return { missed, findings: others.filter((finding) => !known.has(identityOf(finding))) };
}

function identityOf({ rule, message, location: { path, line, column } }: Finding): string {
  return JSON.stringify([rule, message, path, line, column]);
}

/** What a rule finds, with the severity that the configuration gives to it. */
function resultsOf(rule: Rule, audit: AuditSoFar, silenced: Silenced = nothingSilenced): readonly Result[] {
  const severity = audit.config.severities[rule.id];
  if (severity === "off") return [];
  const results = rule.check(audit, silenced);
  return severity === undefined ? results : results.map((result) => ({ ...result, severity }));
}

/** Stamps a result with the id of its rule. */
function findingOf(rule: Rule): (result: Result) => Finding {
  return ({ explains: _, ...result }) => ({ ...result, rule: rule.id });
}

function byPlace({ location: a }: Finding, { location: b }: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
