import type { Repository } from "../discover/repository.ts";
import type { Span } from "../parse/span.ts";
import type { Origin, Rehearsal } from "../rehearse/rehearsal.ts";
import { literalsOf } from "./literals.ts";
import { scriptAt } from "./read-script.ts";

/** A string (`flags` null) or a regular expression that a script must have written somewhere. */
export interface Wanted {
  readonly text: string;
  readonly flags: string | null;
}

/**
 * Where a script writes what it asked for. A rule in a table is asked for by one shared line of a loop, so its own
 * literal says more than that line. Of equal literals the nearest to the asking line counts, in its module before the
 * others; without one the asking line itself is the place.
 */
export function placeOfLiteral(
  wanted: Wanted,
  origin: Origin,
  rehearsal: Rehearsal,
  repository: Repository,
): { readonly path: string; readonly span: Span } {
  for (const path of new Set([origin.path, ...rehearsal.modules])) {
    const script = scriptAt(repository, path);
    if (script === null) continue;
    const lines = repository.lines(path);
    const distance = ({ start }: Span) => Math.abs(lines.position(start).line - origin.line);
    const literals = literalsOf(script).filter(
      ({ text, flags }) => flags === wanted.flags && isSame(text, wanted),
    );
    const [nearest] = literals.map(({ span }) => span).sort((a, b) => distance(a) - distance(b));
    if (nearest !== undefined) return { path, span: nearest };
  }
  return { path: origin.path, span: lineSpan(origin, repository) };
}

/** A script names a file relative to some folder, which the question no longer tells apart from the path. */
function isSame(written: string, { text, flags }: Wanted): boolean {
  return written === text || (flags === null && written.includes("/") && text.endsWith(`/${written}`));
}

function lineSpan(origin: Origin, repository: Repository): Span {
  if (!repository.has(origin.path)) return { start: 0, end: 0 };
  const lines = repository.lines(origin.path);
  if (origin.line > lines.lineCount) return { start: 0, end: 0 };
  const start = lines.start(origin.line) + origin.column - 1;
  return { start, end: start };
}
