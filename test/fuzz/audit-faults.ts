import type { Audit } from "../../src/findings/audit.ts";
import { severities } from "../../src/findings/finding.ts";
import { questionsOf } from "../../src/judge/judge.ts";
import { verdicts } from "../../src/judge/verdict.ts";
import { fingerprints } from "../../src/report/fingerprint.ts";

/** What is wrong with an audit: each occurrence has one verdict and a reason, each finding one place and one name. */
export function auditFaults(audit: Audit): string[] {
  return [...verdictFaults(audit), ...findingFaults(audit), ...editFaults(audit)];
}

function verdictFaults(audit: Audit): string[] {
  const { occurrences, evidence, summary } = audit;
  const faults: string[] = [];
  for (const occurrence of occurrences) {
    const { path, version, verdict, reason, edit } = occurrence;
    const name = `${version} in ${path}`;
    if (!verdicts.includes(verdict)) faults.push(`${name} has the verdict ${verdict}`);
    if (reason.trim() === "") faults.push(`${name} is ${verdict} for no reason`);
    const decided = questionsOf(occurrence, edit, evidence).filter((evidence) => evidence.decided);
    if (decided.length !== 1) faults.push(`${name} is decided by ${decided.length} questions`);
    if ((verdict === "covered") !== (edit !== null) && verdict !== "ignored")
      faults.push(`${name} is ${verdict}, against its edit`);
  }
  const counted = Object.values(summary.verdicts).reduce((sum, count) => sum + count, 0);
  if (counted !== occurrences.length)
    faults.push(`${counted} verdicts are counted for ${occurrences.length} occurrences`);
  return faults;
}

function findingFaults({ findings, repository }: Audit): string[] {
  const faults: string[] = [];
  const names = fingerprints(findings);
  if (new Set(names).size < names.length) faults.push("two findings have one fingerprint");
  for (const { rule, severity, message, help, location, related } of findings) {
    if (!severities.includes(severity) || message === "" || help === "")
      faults.push(`a finding of ${rule} says nothing`);
    for (const place of [location, ...related]) {
      const { path, line, column, endLine, endColumn, lineText } = place;
      const name = `${rule} at ${path}:${line}:${column}`;
      if (line < 1 || column < 1 || endLine < line || (endLine === line && endColumn < column))
        faults.push(`${name} is no place`);
      if (column > lineText.length + 1) faults.push(`${name} lies behind the end of its line`);
      if (!repository.has(path) || repository.read(path) === null) continue;
      const lines = repository.lines(path);
      if (line > lines.lineCount || lines.lineText(line) !== lineText)
        faults.push(`${name} shows another line`);
    }
  }
  return faults;
}

/** An edit says what stands in its span. */
function editFaults({ edits, repository }: Audit): string[] {
  return edits.flatMap(({ path, span, before }) => {
    const text = repository.read(path) ?? "";
    return text.slice(span.start, span.end) === before
      ? []
      : [`an edit of ${path} at ${span.start} says that other text stands there`];
  });
}
