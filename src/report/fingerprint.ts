import { createHash } from "node:crypto";
import type { Finding } from "../rules/finding.ts";

/** How much of a line on either side of the place counts, so that a minified file is not one single line. */
const context = 80;

/**
 * A name for every finding, in their order, that stays the same when lines move and when only the version changes:
 * the hash of rule, path, the line around the place, the message, and an ordinal for findings that agree in all of it.
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const identity = JSON.stringify([
      finding.rule,
      finding.location.path,
      surroundings(finding),
      withoutVersions(finding.message),
    ]);
    const ordinal = counts.get(identity) ?? 0;
    counts.set(identity, ordinal + 1);
    return createHash("sha256").update(`${identity}#${ordinal}`).digest("hex").slice(0, 32);
  });
}

function surroundings({ location }: Finding): string {
  const { line, column, endLine, endColumn, lineText } = location;
  const start = column - 1;
  const end = endLine === line ? endColumn - 1 : lineText.length;
  const before = lineText.slice(Math.max(0, start - context), start).trimStart();
  return `${before}\0${lineText.slice(end, end + context).trimEnd()}`;
}

function withoutVersions(message: string): string {
  return message.replace(/\d[\w.+-]*/g, "0");
}
