import type { Finding } from "../../src/findings/finding.ts";
import { entriesOf } from "../../src/report/entries.ts";
import { type JudgedPlace, type JudgedRepository, judgementOf } from "./record.ts";

/** What a repository's findings come to: one line each, as `severity rule path:line`. */
export interface Tally {
  /** Entries as a reader sees them, families folded, by severity. A family is as right as most of its places are. */
  readonly right: Readonly<Record<Severity, readonly string[]>>;
  readonly wrong: Readonly<Record<Severity, readonly string[]>>;
  readonly unjudged: readonly string[];
  /** Places known to be owed, found and missed. */
  readonly found: readonly string[];
  readonly missed: readonly string[];
  /** Every finding above a note, for the comparison with another run. */
  readonly all: readonly string[];
}

/** The severities that are counted; a note asks for nothing. */
export type Severity = "error" | "warning";

/** Holds findings against what was judged. */
export function tallyOf(findings: readonly Finding[], { places }: JudgedRepository): Tally {
  const right: Record<Severity, string[]> = { error: [], warning: [] };
  const wrong: Record<Severity, string[]> = { error: [], warning: [] };
  const unjudged: string[] = [];
  const counted = findings.filter(({ severity }) => severity !== "note");
  for (const { first, others } of entriesOf(counted)) {
    const verdicts = [first, ...others].map((finding) => judgementOf(placeOf(finding), places)?.verdict);
    const severity = first.severity as Severity;
    const line = `${shown(first)}${others.length === 0 ? "" : ` and ${others.length} more`}`;
    const rightly = verdicts.filter((verdict) => verdict === "right" || verdict === "owed").length;
    const wrongly = verdicts.filter((verdict) => verdict === "wrong").length;
    if (rightly + wrongly === 0) unjudged.push(line);
    else (rightly >= wrongly ? right : wrong)[severity].push(line);
  }
  const owed = places.filter(({ verdict }) => verdict !== "wrong");
  const isFound = (place: JudgedPlace): boolean =>
    counted.some((finding) => judgementOf(placeOf(finding), [place]) !== null);
  const name = ({ path, line }: JudgedPlace): string => (line === undefined ? path : `${path}:${line}`);
  return {
    right,
    wrong,
    unjudged,
    found: owed.filter(isFound).map(name),
    missed: owed.filter((place) => !isFound(place)).map(name),
    all: counted.map(shown).sort(),
  };
}

function placeOf({ rule, location: { path, line } }: Finding): {
  rule: string;
  path: string | null;
  line: number | null;
} {
  return { rule, path, line };
}

function shown({ severity, rule, location: { path, line }, message }: Finding): string {
  return `${severity} ${rule} ${path ?? "the repository"}:${line ?? 0} ${message}`;
}
