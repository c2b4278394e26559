import type { TrainFacts } from "../findings/audit.ts";
import type { Finding } from "../findings/finding.ts";
import { shownText, trainOfPlace } from "../findings/place-train.ts";
import { subjectName } from "../inventory/occurrence.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { wholeReason } from "../judge/judged-occurrence.ts";
import type { Edit } from "../release/edits/edit.ts";
import type { Origin } from "../release/rehearsal.ts";
import type { Repository } from "../repository/repository.ts";
import { fingerprints } from "./fingerprint.ts";
import { jsonText } from "./json-text.ts";
import type { Reported, ReportOptions } from "./report-options.ts";
import { ruleUrl } from "./rule-url.ts";

/** The version of the shape that `schema/audit.json` describes; it changes when a reader would have to. */
const schemaVersion = 1;

/** The whole audit as the document that `schema/audit.json` describes. */
export function json(audit: Reported, options: ReportOptions): string {
  const { repository, release, summary } = audit;
  const names = fingerprints(audit.findings);
  const document = {
    schemaVersion,
    tool: { name: "version-audit", version: options.toolVersion },
    release: {
      current: release.current,
      target: release.target,
      latestTag: release.latestTag,
      entry: release.entry,
      engine: release.engine,
      mechanism: release.mechanism,
      call: release.call,
      certainties: release.certainties,
    },
    releases: audit.trains.map((train) => trainRecord(train)),
    summary: {
      files: summary.files,
      verdicts: summary.verdicts,
      findings: summary.findings,
      coverage: summary.coverage,
      leftOut: summary.leftOut,
    },
    occurrences: audit.occurrences.map((occurrence) => ({
      ...occurrenceRecord(repository, occurrence),
      train: trainOfPlace(occurrence, audit)?.name ?? null,
    })),
    edits: audit.edits.map((edit) => editRecord(audit, edit)),
    commands: audit.rehearsals.flatMap(({ commands }) =>
      commands.map(({ command, origin }) => ({ command, origin: originRecord(origin), ran: false })),
    ),
    findings: audit.findings.map((finding, index) => findingRecord(finding, names[index] ?? "")),
  };
  return jsonText(document);
}

function trainRecord({ name, current, target, latestTag, folders, packages }: TrainFacts) {
  return { name, current, target, latestTag, folders, packages };
}

/** One occurrence as it stands in `occurrences`. */
export function occurrenceRecord(repository: Repository, occurrence: JudgedOccurrence) {
  const { path, span, text, version, kind, subject, verdict } = occurrence;
  const { line, column } = repository.lines(path).position(span.start);
  const name = subject === null ? null : subjectName(subject);
  return { path, line, column, text, version, kind, subject: name, verdict, reason: wholeReason(occurrence) };
}

/** Edits were rehearsed with sentinels; what is shown is what the release would write. */
function editRecord(audit: Reported, edit: Edit) {
  const { repository } = audit;
  const { line, column } = repository.has(edit.path)
    ? repository.lines(edit.path).position(edit.span.start)
    : { line: 1, column: 1 };
  return {
    path: edit.path,
    line,
    column,
    before: edit.before,
    after: shownText(edit.after, audit),
    origin: originRecord(edit.origin),
  };
}

function originRecord({ path, line, function: name }: Origin) {
  return { path, line, function: name };
}

function findingRecord(finding: Finding, fingerprint: string) {
  const { rule, severity, message, location, related, help } = finding;
  const { path, line, column, endLine, endColumn } = location;
  return {
    rule,
    severity,
    message,
    path,
    line,
    column,
    endLine,
    endColumn,
    related: related.map(({ path, line, column, message }) => ({ path, line, column, message })),
    help,
    url: ruleUrl(rule),
    fingerprint,
  };
}
