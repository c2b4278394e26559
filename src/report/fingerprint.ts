import { createHash } from "node:crypto";
import type { Finding } from "../findings/finding.ts";
import { withoutVersions } from "../inventory/versions/without-versions.ts";

/** How much of a line on either side of the place counts, so that a minified file is not one single line. */
const context = 80;

/**
 * A name for every finding, in their order, that stays the same when lines move and when only versions change:
 * the hash of rule, path, the line around the place, the message, and an ordinal for findings that agree in all of it.
 * Of a missed place the name of what stands there takes the place of rule and message.
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
export function identityOf({ rule, message, missed, location }: Finding): string {
  const kind = missed === undefined ? rule : "missed-place";
  const said = withoutVersions(missed ?? message);
  return JSON.stringify([kind, location.path, surroundings(location), said]);
}

/** The line on both sides of a place; other versions on it may change as well. */
function surroundings({ line, column, endLine, endColumn, lineText }: Finding["location"]): string {
  const start = column - 1;
  const end = endLine === line ? endColumn - 1 : lineText.length;
  const before = withoutVersions(lineText.slice(Math.max(0, start - 2 * context), start).trimStart());
  const after = withoutVersions(lineText.slice(end, end + 2 * context).trimEnd());
  return `${before.slice(-context)}\0${after.slice(0, context)}`;
}
