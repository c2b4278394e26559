import type { Occurrence } from "../../../inventory/occurrence.ts";
import type { Edit } from "../../../release/edits/edit.ts";
import { overlaps, type Span } from "../../../repository/text/span.ts";

/** What stands around a version before and after the edits that touch it. */
export interface RewrittenPlace {
  readonly before: string;
  readonly after: string;
  /** The text that precedes both, and the text that follows both, up to a few characters. */
  readonly lead: string;
  readonly trail: string;
  readonly edit: Edit;
}

/** Enough to see a doubled prefix and what is left of a version. */
const border = 16;

/** Cuts out the place of an occurrence and applies the edits of one release to it; null when none touches it. */
export function rewrittenPlace(
  occurrence: Occurrence,
  edits: readonly Edit[],
  text: string,
): RewrittenPlace | null {
  const touching = edits
    .filter(({ span }) => touches(span, occurrence.span))
    .sort((a, b) => a.span.start - b.span.start);
  const [edit] = touching;
  if (edit === undefined) return null;
  const start = Math.min(occurrence.span.start, edit.span.start);
  const end = Math.max(occurrence.span.end, ...touching.map(({ span }) => span.end));
  let after = "";
  let at = start;
  for (const { span, after: written } of touching) {
    after += text.slice(at, span.start) + written;
    at = span.end;
  }
  return {
    before: text.slice(start, end),
    after: after + text.slice(at, end),
    lead: text.slice(Math.max(0, start - border), start),
    trail: text.slice(end, end + border),
    edit,
  };
}

/** An insertion right before or after a version touches it too. */
function touches(edit: Span, version: Span): boolean {
  if (edit.start === edit.end) return version.start <= edit.start && edit.start <= version.end;
  return overlaps(edit, version);
}
