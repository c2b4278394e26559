import type { Occurrence } from "../../inventory/occurrence.ts";
import { contains, type Span } from "../../repository/text/span.ts";
import type { Edit } from "./edit.ts";

/**
 * Finds the edits that write the place of an occurrence, in their order: at most one for each release, and
 * for each part where a version is written in parts. A lockfile may
 * hold tens of thousands of both.
 * @param edits of every release, each sorted by path and offset
 */
export function editsAround(edits: readonly Edit[]): (occurrence: Occurrence) => readonly Edit[] {
  /** By path, lists of edits that are ascending and do not overlap. */
  const lists = new Map<string, Edit[][]>();
  for (const edit of edits) {
    const known = lists.get(edit.path);
    const last = known?.at(-1);
    if (known === undefined) lists.set(edit.path, [[edit]]);
    else if (last === undefined || edit.span.start < (last.at(-1)?.span.end ?? 0)) known.push([edit]);
    else last.push(edit);
  }
  return ({ path, span, parts = [span] }) =>
    (lists.get(path) ?? []).flatMap((list) => parts.flatMap((part) => around(part, list) ?? []));
}

/** The last edit that does not start behind a span, if it reaches to the end of it. */
function around(span: Span, edits: readonly Edit[]): Edit | null {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const edit = edits[middle];
    if (edit !== undefined && edit.span.start <= span.start) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  return edit !== undefined && contains(edit.span, span) ? edit : null;
}
