import { type AuditOptions, auditOpened } from "../../audit.ts";
import type { FoundAudit } from "../../findings/audit.ts";
import type { Finding } from "../../findings/finding.ts";
import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import { openRepository } from "../../open-repository.ts";
import { type AuditThreads, withThreads } from "../../release/thread/audit-threads.ts";
import type { FileChange } from "../../report/patch/file-change.ts";
import { admittedNames } from "./admitted-names.ts";
import { changedFiles } from "./changed-files.ts";
import type { IgnoreEntry } from "./ignore-entries.ts";
import { shellLines } from "./lines/shell-lines.ts";
import { namesInLists, pathsInLists } from "./list-entries.ts";
import { isUncovered, type Repair } from "./repair.ts";
import { requirementSpecs } from "./requirement-specs.ts";
import { tableRows } from "./rows/table-rows.ts";
import { settle } from "./settle.ts";
import { type Situation, situationOf } from "./situation.ts";

/** What suggestions are asked for. */
export interface SuggestOptions extends AuditOptions {
  /** False to leave ignores out of the patch. */
  readonly ignores: boolean;
}

/** The repairs of a repository and the patch that makes them. */
export interface Suggestions {
  /** The repository as it is. */
  readonly audit: FoundAudit;
  /** In the order in which they were found; an audit of the patched repository proved each of them. */
  readonly repairs: readonly Repair[];
  /** The places for which the patch has only an ignore, and why. */
  readonly ignored: readonly IgnoreEntry[];
  /** What the patch does not repair. */
  readonly left: readonly IgnoreEntry[];
  /** Behind places that the next release writes and that hold their old version until then. */
  readonly lagging: readonly JudgedOccurrence[];
  /** The patch, sorted by path. */
  readonly changes: readonly FileChange[];
  /** What an audit finds after the patch and did not find before. */
  readonly newFindings: readonly Finding[];
}

/** The ways to repair a place that are better than to ignore it, the shortest first. */
const ways: readonly ((
  places: readonly JudgedOccurrence[],
  situation: Situation,
) => Repair[] | Promise<Repair[]>)[] = [
  requirementSpecs,
  namesInLists,
  admittedNames,
  pathsInLists,
  tableRows,
  shellLines,
];

/** Seeks the shortest repair for every uncovered place and proves it by auditing the repaired repository. */
export async function suggest(options: SuggestOptions): Promise<Suggestions> {
  return withThreads((threads) => suggestBeside(threads, options));
}

async function suggestBeside(
  { rehearser, ahead }: AuditThreads,
  options: SuggestOptions,
): Promise<Suggestions> {
  const { onProgress = () => {} } = options;
  onProgress("discovering files");
  const opened = openRepository(options, ahead);
  const audit = await auditOpened(opened, options, rehearser);
  const situation = situationOf(audit, opened, rehearser);
  const places = audit.occurrences.filter(isUncovered);
  onProgress(`seeking repairs for ${places.length} places`);
  const repairs: Repair[] = [];
  for (const way of ways) {
    const repaired = new Set(repairs.flatMap((repair) => repair.places));
    const open = places.filter((place) => !repaired.has(place));
    if (open.length > 0) repairs.push(...(await way(open, situation)));
  }
  onProgress("auditing the repaired repository");
  const settled = await settle(places, repairs, situation, options);
  return { audit, ...settled, changes: changedFiles(settled.replacements, audit.repository) };
}
