import { type AuditOptions, auditDisk } from "../audit.ts";
import type { Audit, LeftOut } from "../findings/audit.ts";
import { summarised } from "../findings/summary.ts";
import type { Note } from "../repository/repository.ts";
import { auditInScope } from "./audit-in-scope.ts";
import { type BaselineEntry, holdAgainst, nothingKnown } from "./baseline/baseline.ts";
import { baselineFileName } from "./baseline/baseline-file.ts";
import { readBaseline } from "./baseline/read-baseline.ts";
import type { Scope } from "./since/scope.ts";

/** An audit that reports a part of what it finds. */
export interface SelectionOptions extends AuditOptions {
  /** Report only what has changed. */
  readonly scope?: Scope | null;
  /** A file of known findings, which are not reported; a relative path is resolved against the root. */
  readonly baseline?: string | null;
}

/**
 * Makes an audit whose findings are those that are to be reported. Verdicts and coverage are those of the whole
 * repository; the summary says how many findings are left out, and a note names entries of the baseline that are repaired.
 * @throws AuditError as an audit does, and for a scope or a baseline that cannot be read
 */
export async function auditSelection(options: SelectionOptions): Promise<Audit> {
  const { scope = null, baseline = null } = options;
  const file = baseline === null ? null : readBaseline(options.root, baseline);
  const whole =
    scope === null
      ? { audit: await auditDisk(options), inScope: null, notes: [] }
      : await auditInScope(options, scope);

  const { findings } = whole.audit;
  const scoped = findings.filter((finding) => whole.inScope?.has(finding) ?? true);
  const { known, removable } = file === null ? nothingKnown : holdAgainst(findings, file.entries);
  const reported = scoped.filter((finding) => !known.has(finding));

  const leftOut: LeftOut[] = [];
  const outside = findings.length - scoped.length;
  if (scope !== null && outside > 0)
    leftOut.push({ by: scope.by, of: scope.by === "since" ? scope.revision : null, findings: outside });
  if (file !== null && scoped.length > reported.length)
    leftOut.push({ by: "baseline", of: file.path, findings: scoped.length - reported.length });
  const repaired = file === null ? [] : repairedNotes(file.path, removable);
  const notes = [...whole.notes, ...repaired, ...whole.audit.notes];
  return summarised({ ...whole.audit, findings: reported, notes }, leftOut);
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
