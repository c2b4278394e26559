import { createHash } from "node:crypto";
import type { Finding } from "../rules/finding.ts";

/** How much of a line on either side of the place counts, so that a minified file is not one single line. */
const context = 80;

/** Which of these reports a missed place changes with every release, though the place and what to do about it do not. */
const missedPlaceRules = new Set(["stale-after-bump", "already-stale", "ahead-of-release"]);

/**
 * A name for every finding, in their order, that stays the same when lines move and when only versions change:
 * the hash of rule, path, the line around the place, the message, and an ordinal for findings that agree in all of it.
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const identity = identityOf(finding);
    const ordinal = counts.get(identity) ?? 0;
    counts.set(identity, ordinal + 1);
    return createHash("sha256").update(`${identity}#${ordinal}`).digest("hex").slice(0, 32);
  });
}

/** What two findings have in common that are about the same thing in two states of a repository. */
export function identityOf(finding: Finding): string {
  const { rule, message, location } = finding;
  const isMissedPlace = missedPlaceRules.has(rule);
  // The three rules say `NAME stays at …`, `NAME is behind at …` and `NAME is at …`.
  const said = isMissedPlace ? message.replace(/ (?:stays|is behind|is) at [\s\S]*/, "") : message;
  return JSON.stringify([
    isMissedPlace ? "missed-place" : rule,
    location.path,
    surroundings(location),
    withoutVersions(said),
  ]);
}

/** The line on both sides of a place; other versions on it may change as well. */
function surroundings({ line, column, endLine, endColumn, lineText }: Finding["location"]): string {
  const start = column - 1;
  const end = endLine === line ? endColumn - 1 : lineText.length;
  const before = withoutVersions(lineText.slice(Math.max(0, start - 2 * context), start).trimStart());
  const after = withoutVersions(lineText.slice(end, end + 2 * context).trimEnd());
  return `${before.slice(-context)}\0${after.slice(0, context)}`;
}

/** Only what has dots is taken for a version: another count, as in `lacks 3 names`, is another finding. */
function withoutVersions(text: string): string {
  return text.replace(/(?<!\d)\d+(?:\.\d+)+(?:[-+][\w.+-]*)?/g, "0");
}
