import type { LeftOut } from "../findings/audit.ts";
import { severities } from "../findings/finding.ts";
import { isMissed } from "../judge/judge.ts";
import { counted, grouped } from "../repository/text/counted.ts";
import { coverage } from "./coverage.ts";
import type { Entry } from "./entries.ts";
import type { Reported, ReportOptions } from "./report-options.ts";
import { visible } from "./visible-text.ts";

const fewNotes = 5;

/**
 * The figures of an audit, one row each, with what it could not do before them.
 * @param entries what the findings are folded into above the figures; none where each is shown for itself
 */
export function summaryLines(
  audit: Reported,
  options: ReportOptions,
  entries: readonly Entry[] = [],
): string[] {
  const { summary } = audit;
  const rows: [string, string][] = [
    ...noteRows(audit, options.verbose),
    ["release", releaseText(audit)],
    ...otherTrains(audit),
    ["coverage", `${coverage(summary.coverage)}${caredForText(audit)}`],
    ["found", foundText(audit, entries, options.seconds)],
    ...summary.leftOut.map((leftOut, index): [string, string] => [
      index === 0 ? "left out" : "",
      leftOutText(leftOut),
    ]),
  ];
  return rows.map(([name, value]) => `${options.palette("strong", name.padEnd(8))}  ${value}`);
}

/** How many owed places the release leaves that are no findings all the same, and where each says why. */
function caredForText({ occurrences }: Reported): string {
  const caredFor = occurrences.filter(
    ({ owed, verdict, unreported }) => owed && isMissed(verdict) && unreported !== null,
  );
  if (caredFor.length === 0) return "";
  return `, ${grouped(caredFor.length)} of the others taken care of, see list --verdict stale,behind`;
}

/**
 * The step of the release, where it is made and how it is called, how it is known, and how sure that is. What only history
 * tells is made nowhere, and nobody calls it.
 */
export function releaseText({ release }: Pick<Reported, "release">): string {
  const { current, target, how, certainties } = release;
  const parts = [stepText(current, target), ...callParts(release), how, certainties.join(" and ")];
  return visible(parts.filter((part) => part !== "").join(" · "));
}

/** The step of a train; a tree that was prepared for its release makes none. */
export function stepText(current: string, target: string): string {
  return target === current ? `${target}, which the tree holds already` : `${current} → ${target}`;
}

/** A call that names the file says where it is made as well. */
function callParts({ entry, call }: Pick<Reported["release"], "entry" | "call">): string[] {
  if (call === null) return [entry];
  return call.split(" ").includes(entry) ? [call] : [entry, `called as ${call}`];
}

const fewTrains = 4;

/** The steps of the trains beside the main one. */
function otherTrains({ trains }: Reported): [string, string][] {
  const others = trains.slice(1);
  const shown = others.slice(0, fewTrains).map(({ name, current, target }): [string, string] => {
    const step = current === null ? "by its tags" : stepText(current, target ?? "unknown");
    return ["", visible(`${name} ${step}`)];
  });
  if (others.length > fewTrains) shown.push(["", `and ${counted(others.length - fewTrains, "more train")}`]);
  return shown;
}

function foundText({ summary }: Reported, entries: readonly Entry[], seconds: number | null): string {
  const counts = severities.map((severity) => {
    const findings = summary.findings[severity];
    const shown = entries.filter(({ first }) => first.severity === severity).length;
    return `${counted(findings, severity)}${shown === findings ? "" : inEntries(shown)}`;
  });
  const found = Object.values(summary.findings).some((count) => count > 0) ? counts.join(" · ") : "nothing";
  const time = seconds === null ? "" : ` in ${seconds.toFixed(1)} s`;
  return `${found}${time} (${counted(summary.files, "file")})`;
}

/** Findings of one family are shown as one, so there may be fewer entries than findings. */
function inEntries(entries: number): string {
  if (entries === 0) return "";
  return ` in ${entries === 1 ? "one entry" : `${grouped(entries)} entries`}`;
}

/** One reason for which findings are not reported. */
export function leftOutText({ by, of, findings }: LeftOut): string {
  const where = {
    folder: `outside of ${of}`,
    since: `on what has not changed since ${of}`,
    staged: "on what is not staged",
    exclude: `in what --exclude ${of} leaves out`,
    baseline: `known to ${of}`,
  } satisfies Record<LeftOut["by"], string>;
  return visible(`${counted(findings, "finding")} ${where[by]}`);
}

function noteRows({ notes }: Reported, verbose: boolean): [string, string][] {
  const shown = notes.slice(0, verbose ? notes.length : fewNotes);
  const rows = shown.map(({ path, message }, index): [string, string] => [
    index === 0 ? "noted" : "",
    visible(path === null ? message : `${path}: ${message}`),
  ]);
  if (notes.length > shown.length)
    rows.push(["", `and ${notes.length - shown.length} more, which --verbose shows`]);
  return rows;
}
