import { type AuditOptions, auditOpened } from "../audit.ts";
import { AuditError } from "../audit-error.ts";
import type { FoundAudit, Summary } from "../findings/audit.ts";
import { checkedSomething } from "../findings/checked-something.ts";
import type { Finding } from "../findings/finding.ts";
import { coverageOf } from "../findings/summary.ts";
import { openView } from "../open-repository.ts";
import { type AuditThreads, withThreads } from "../release/thread/audit-threads.ts";
import { discover } from "../repository/files/discover.ts";
import { ownEnvironment } from "../repository/git/environment.ts";
import type { Note } from "../repository/repository.ts";
import { isAboutTheAudit } from "../rules/ignored-finding.ts";
import { causeAmong } from "./since/causes.ts";
import { configTextOf } from "./since/config-text.ts";
import { newFindings } from "./since/new-findings.ts";
import { type Comparison, compareStates, type Scope } from "./since/scope.ts";

/** What an audit within a scope is asked to do. */
export interface ScopeOptions extends AuditOptions {
  /** Audit the state before the scope in any case, so that its coverage is known. */
  readonly comparesCoverage?: boolean;
}

/** The findings of an audit that its scope lets through. */
export interface ScopedAudit {
  /** The whole audit. */
  readonly audit: FoundAudit;
  readonly inScope: ReadonlySet<Finding>;
  readonly notes: readonly Note[];
  /** Coverage of the state before; null where it was not audited. */
  readonly coverageBefore: Summary["coverage"] | null;
}

/**
 * Makes an audit and chooses what a scope lets through: what stands on changed lines, and what a changed file newly
 * causes elsewhere. For the latter the state before is audited as well, if there is such a file or coverage is to be compared.
 * @throws AuditError as an audit does, and when the scope cannot be told
 */
export async function auditInScope(options: ScopeOptions, scope: Scope): Promise<ScopedAudit> {
  return withThreads((threads) => auditBeside(threads, options, scope));
}

async function auditBeside(
  { rehearser, ahead }: AuditThreads,
  options: ScopeOptions,
  scope: Scope,
): Promise<ScopedAudit> {
  const { root, environment = ownEnvironment(), onProgress = () => {} } = options;
  onProgress("discovering files");
  const onDisk = discover(root, { environment, ahead });
  const states = compareStates(onDisk, scope, environment);
  const { now, changes } = states;
  const opened = openView(now, options, configTextOf(now, onDisk, options.config));
  const audit = await auditOpened(opened, options, rehearser);

  const isChanged = ({ rule, location: { path, line, endLine } }: Finding): boolean => {
    if (isAboutTheAudit(rule)) return true;
    const lines = Array.from({ length: endLine - line + 1 }, (_, offset) => line + offset);
    return lines.some((each) => changes.hasLine(path, each));
  };
  const changed = new Set(audit.findings.filter(isChanged));
  const others = audit.findings.filter((finding) => !changed.has(finding));
  const cause = others.length === 0 ? null : causeAmong(changes, audit, others);
  if (cause === null && options.comparesCoverage !== true)
    return { audit, inScope: changed, notes: [], coverageBefore: null };

  onProgress("auditing the state before");
  const before = await auditBefore(states, onDisk, options, rehearser);
  if (typeof before === "string") {
    const inScope = cause === null ? changed : new Set(audit.findings);
    return { audit, inScope, notes: [unauditable(cause, before)], coverageBefore: null };
  }
  const caused = cause === null ? [] : newFindings(others, before.findings);
  return {
    audit,
    inScope: new Set([...changed, ...caused]),
    notes: [],
    coverageBefore: coverageOf(before),
  };
}

/** The audit of the state before; the reason as text when it cannot be made. */
async function auditBefore(
  { before }: Comparison,
  onDisk: Comparison["now"],
  options: ScopeOptions,
  rehearser: AuditThreads["rehearser"],
): Promise<FoundAudit | string> {
  try {
    const view = before();
    const opened = openView(view, options, configTextOf(view, onDisk, options.config));
    const { target } = options;
    const audit = await auditOpened(opened, target === undefined ? {} : { target }, rehearser);
    return checkedSomething(audit) ? audit : "no release could be rehearsed then";
  } catch (error) {
    if (error instanceof AuditError) return error.message;
    throw error;
  }
}

function unauditable(cause: string | null, reason: string): Note {
  const message =
    cause === null
      ? `coverage cannot be compared with what it was before: ${reason}`
      : `${cause} has changed, and what that causes cannot be told from what was there before, so everything is reported: ${reason}`;
  return { path: null, message };
}
