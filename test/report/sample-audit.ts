import type { Finding } from "../../src/findings/finding.ts";
import type { JudgedOccurrence } from "../../src/judge/judged-occurrence.ts";
import { type Verdict, verdicts } from "../../src/judge/verdict.ts";
import { plain } from "../../src/report/palette.ts";
import type { Reported, ReportOptions } from "../../src/report/report-options.ts";
import type { Location } from "../../src/repository/text/location.ts";
import { LineIndex } from "../../src/repository/text/location.ts";
import { temporaryRepository } from "../config/temporary-repository.ts";
import { rehearsalOf } from "../release/rehearsal-of.ts";

/** Where the first match of a text stands in a file, as a place that is shown. */
export function placeOf(path: string, text: string, sought: string): Location {
  const start = text.indexOf(sought);
  if (start === -1) throw new RangeError(`${sought} is not in ${path}`);
  return new LineIndex(text).locate(path, { start, end: start + sought.length });
}

/** A finding at a place, with only what a test cares about. */
export function findingAt(location: Location, parts: Partial<Finding> = {}): Finding {
  return {
    rule: "stale-after-bump",
    severity: "error",
    message: "@acme/web stays at 2.3.7",
    location,
    label: "nothing writes this",
    related: [],
    why: null,
    help: "let discovery admit it",
    family: null,
    ...parts,
  };
}

/** An occurrence at the first match of a text. */
export function occurrenceAt(path: string, text: string, sought: string, verdict: Verdict): JudgedOccurrence {
  const start = text.indexOf(sought);
  return {
    path,
    span: { start, end: start + sought.length },
    text: sought,
    version: sought,
    kind: "manifest-version",
    subject: { type: "npm", name: "@acme/web" },
    keyPath: ["version"],
    verdict,
    reason: "a reason",
    certainty: "proved",
    owed: verdict === "covered" || verdict === "stale" || verdict === "behind" || verdict === "generated",
    unreported: null,
    edit: null,
  };
}

interface Sample {
  readonly files: Readonly<Record<string, string>>;
  readonly findings?: readonly Finding[];
  readonly occurrences?: readonly JudgedOccurrence[];
  readonly parts?: Partial<Reported>;
}

/** A hand-made audit of real files, whose counts follow from what is in it. */
export function sampleAudit({ files, findings = [], occurrences = [], parts = {} }: Sample): Reported {
  const repository = temporaryRepository(files);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    repository,
    release: {
      current: "2.3.7",
      target: "2.3.8",
      targetChosen: false,
      sentinel: "9.8.7",
      latestTag: "2.3.10",
      entry: "scripts/release.js",
      engine: "sandbox",
      mechanism: "script",
      how: "sandbox",
      call: "scripts/release.js {version}",
      certainties: ["proved"],
    },
    trains: [],
    rehearsals: [rehearsalOf()],
    edits: [],
    occurrences,
    notes: [],
    findings,
    summary: {
      files: repository.paths.length,
      verdicts: Object.fromEntries(
        verdicts.map((verdict) => [verdict, occurrences.filter((one) => one.verdict === verdict).length]),
      ) as Record<Verdict, number>,
      findings: { error: count("error"), warning: count("warning"), note: count("note") },
      coverage: {
        kept: occurrences.filter(({ verdict }) => verdict === "covered" || verdict === "generated").length,
        owed: occurrences.filter(({ owed }) => owed).length,
      },
      coverageBefore: null,
      leftOut: [],
    },
    ...parts,
  };
}

/** Options under which a report has the same bytes on every machine. */
export const sampleOptions: ReportOptions = {
  toolVersion: "1.2.3",
  rules: [
    { id: "stale-after-bump", summary: "a place that the release forgets" },
    { id: "already-stale", summary: "a place that an earlier release forgot" },
  ],
  failOn: "error",
  seconds: null,
  groupBy: "rule",
  verbose: false,
  palette: plain,
};
