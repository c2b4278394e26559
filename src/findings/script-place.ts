import type { Origin } from "../release/rehearsal.ts";
import type { Location } from "../repository/text/location.ts";
import type { AuditSoFar } from "./audit.ts";
import type { Related } from "./finding.ts";

/** The place that a script line names; null for a script outside the repository. */
export function placeAt(origin: Origin, { repository }: AuditSoFar): Location | null {
  if (!repository.has(origin.path)) return null;
  const lines = repository.lines(origin.path);
  // The engine takes a lone carriage return for the end of a line, too.
  if (origin.line > lines.lineCount) return null;
  const lineStart = lines.start(origin.line);
  const lineEnd = lineStart + lines.lineText(origin.line).length;
  const start = Math.min(lineStart + origin.column - 1, lineEnd);
  return repository.locate(origin.path, { start, end: Math.min(start + 1, lineEnd) });
}

/** Turns a script line into a related place; a script outside the repository has none. */
export function relatedAt(origin: Origin, message: string, audit: AuditSoFar): Related[] {
  const place = placeAt(origin, audit);
  return place === null ? [] : [{ ...place, message }];
}
