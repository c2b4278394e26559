/** The first key of a baseline, by which it is recognised under any name. */
export const baselineKey = "versionAuditBaseline";

/**
 * True for a file that the `baseline` command wrote. It repeats what the audit said of other places, versions among it,
 * and nothing in it is a version of anything.
 */
export function isBaselineText(text: string): boolean {
  return text.startsWith(`{\n  "${baselineKey}":`) || text.startsWith(`{\r\n  "${baselineKey}":`);
}
