import type { Document, Scalar } from "../../repository/documents/document.ts";
import type { Change } from "./change.ts";
import { textChanges } from "./text-changes.ts";

interface Side {
  readonly document: Document;
  readonly text: string;
}

/**
 * The values that differ between two states of one structured document, bound by key path. A value whose key is gone
 * is a change to nothing; a value whose key is new has no place in the old text and is left out.
 */
export function structuredChanges(before: Side, after: Side): Change[] {
  const now = new Map(after.document.scalars.map((scalar) => [keyOf(scalar), scalar]));
  const changes: Change[] = [];
  for (const scalar of before.document.scalars) {
    const { start, end } = scalar.content;
    const successor = now.get(keyOf(scalar));
    const written =
      successor === undefined ? "" : after.text.slice(successor.content.start, successor.content.end);
    const unchanged = successor !== undefined && successor.value === scalar.value;
    const held = before.text.slice(start, end);
    if (unchanged || written === held) continue;
    if (successor !== undefined && held.includes("\n")) changes.push(...withinText(held, written, start));
    else changes.push({ start, end, after: written });
  }
  return changes.sort((a, b) => a.start - b.start);
}

/** A value of several lines is a text of its own, of which a release rewrites a part. */
function withinText(held: string, written: string, offset: number): Change[] {
  return textChanges(held, written).map(({ start, end, after }) => ({
    start: start + offset,
    end: end + offset,
    after,
  }));
}

function keyOf(scalar: Scalar): string {
  return JSON.stringify(scalar.path);
}
