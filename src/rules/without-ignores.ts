import type { AuditSoFar } from "../findings/audit.ts";
import { noIgnores } from "../judge/ignores.ts";
import { judge } from "../judge/judge.ts";

/** The same audit as if nothing were ignored: what is ignored gets the verdict that it would have. */
export function withoutIgnores(audit: AuditSoFar): AuditSoFar {
  const evidence = { ...audit.evidence, ignores: noIgnores };
  const occurrences = audit.occurrences.map((occurrence) =>
    occurrence.verdict === "ignored" ? judge(occurrence, occurrence.edit, evidence) : occurrence,
  );
  return { ...audit, evidence, occurrences };
}
