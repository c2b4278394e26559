import type { Finding } from "../findings/finding.ts";
import { appliesTo, type Ignores, isAbout, isInForce } from "../judge/ignores.ts";

/** What says that the audit itself is worth nothing is never left out. */
const aboutTheAudit = new Set(["nothing-audited", "not-rehearsed"]);

/** True for a rule whose findings no ignore, no baseline and no scope leaves out. */
export function isAboutTheAudit(rule: string): boolean {
  return aboutTheAudit.has(rule);
}

/**
 * True for a finding that an ignore silences: an entry that names its rule, an entry whose pattern stands on its line,
 * or a comment about that line. Ignored occurrences give no findings to begin with; this is for the others, such as a
 * dead rule of the release script. An ignore for a whole file, without a rule, means its versions and does not hide what
 * is wrong with a script in it.
 */
export function isIgnored(rule: string, { location }: Pick<Finding, "location">, ignores: Ignores): boolean {
  if (isAboutTheAudit(rule)) return false;
  const { path, line } = location;
  return (
    ignores.configured.some(
      (entry) =>
        (entry.value.rule !== undefined || entry.value.pattern !== undefined) &&
        appliesTo(entry, rule, location),
    ) ||
    (ignores.comments.get(path) ?? []).some(
      (comment) => comment.lines !== null && isInForce(comment) && isAbout(comment, line),
    )
  );
}
