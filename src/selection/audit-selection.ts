import { auditDisk } from "../audit.ts";
import type { Audit, LeftOut } from "../findings/audit.ts";
import { summarised } from "../findings/summary.ts";
import { boundedGlob } from "../repository/files/bounded-glob.ts";
import { isWithin } from "../repository/packages/path.ts";
import type { Note } from "../repository/repository.ts";
import { auditInScope, type ScopeOptions } from "./audit-in-scope.ts";
import { type BaselineEntry, holdAgainst, nothingKnown } from "./baseline/baseline.ts";
import { baselineFileName } from "./baseline/baseline-file.ts";
import { readBaseline } from "./baseline/read-baseline.ts";
import type { Scope } from "./since/scope.ts";

/** An audit that reports a part of what it finds. */
export interface SelectionOptions extends ScopeOptions {
  /** Report only what has changed. */
  readonly scope?: Scope | null;
  /** A file of known findings, which are not reported; a relative path is resolved against the root. */
  readonly baseline?: string | null;
  /** Globs of files, relative to the root, of which no finding is reported. */
  readonly exclude?: readonly string[];
  /** A folder, relative to the root, of which alone findings are reported. */
  readonly within?: string | null;
}

/**
 * Makes an audit whose findings are those that are to be reported. Verdicts and coverage are those of the whole
 * repository; the summary says how many findings are left out, and a note names entries of the baseline that are repaired.
 * @throws AuditError as an audit does, and for a scope or a baseline that cannot be read
 */
export async function auditSelection(options: SelectionOptions): Promise<Audit> {
  const { scope = null, baseline = null, exclude = [], within = null } = options;
  const file = baseline === null ? null : readBaseline(options.root, baseline);
  const whole =
    scope === null
      ? { audit: await auditDisk(options), inScope: null, notes: [], coverageBefore: null }
      : await auditInScope(options, scope);

  const { findings } = whole.audit;
  const there = findings.filter(({ location }) => within === null || isWithin(location.path, within));
  const scoped = there.filter((finding) => whole.inScope?.has(finding) ?? true);
  const { known, removable } = file === null ? nothingKnown : holdAgainst(findings, file.entries);
  const excludes = exclude.map((glob) => ({ glob, matches: boundedGlob(glob, { dot: true }) }));
  const included = scoped.filter(({ location }) => !excludes.some(({ matches }) => matches(location.path)));
  const reported = included.filter((finding) => !known.has(finding));

  const leftOut: LeftOut[] = [];
  if (within !== null) leftOut.push({ by: "folder", of: within, findings: findings.length - there.length });
  const outside = there.length - scoped.length;
  if (scope !== null && outside > 0)
    leftOut.push({ by: scope.by, of: scope.by === "since" ? scope.revision : null, findings: outside });
  if (scoped.length > included.length)
    leftOut.push({ by: "exclude", of: exclude.join(", "), findings: scoped.length - included.length });
  if (file !== null && included.length > reported.length)
    leftOut.push({ by: "baseline", of: file.path, findings: included.length - reported.length });
  const repaired = file === null ? [] : repairedNotes(file.path, removable);
  const { paths } = whole.audit.repository;
  const idle = excludes
    .filter(({ matches }) => !paths.some((path) => matches(path)))
    .map(({ glob }) => idleNote(glob));
  const notes = [...whole.notes, ...idle, ...repaired, ...whole.audit.notes];
  const { coverageBefore } = whole;
  return summarised({ ...whole.audit, findings: reported, notes }, { leftOut, coverageBefore });
}

/** A glob that has ceased to match would leave out nothing without anybody noticing. */
function idleNote(glob: string): Note {
  return { path: null, message: `--exclude ${glob} matches no file` };
}

function repairedNotes(path: string, removable: readonly BaselineEntry[]): Note[] {
  const [first] = removable;
  if (first === undefined) return [];
  const count =
    removable.length === 1 ? "1 entry no longer occurs" : `${removable.length} entries no longer occur`;
  const command = `version-audit baseline --prune${path === baselineFileName ? "" : ` --baseline ${path}`}`;
  const message = `${count}, the first of them ${first.rule} in ${first.path} (${first.message}); \`${command}\` removes what is repaired`;
  return [{ path, message }];
}
