import type { Document, DocumentFormat, Scalar } from "./document.ts";
import { LineIndex } from "./location.ts";
import { ScalarList } from "./scalar-list.ts";
import { Unparsable } from "./unparsable.ts";

/** The start of each side of a conflict that git could not merge, see git-merge(1), "How conflicts are presented". */
const conflictMarkers = ["<<<<<<< ", ">>>>>>> "] as const;

const names = { json: "JSON", toml: "TOML", yaml: "YAML" } as const satisfies Partial<
  Record<DocumentFormat, string>
>;

/**
 * Parses a text in one format, or degrades to text with a note. A byte order mark is kept from the parser, which would
 * take it for content, and the offsets are those of the whole text all the same.
 * @param collect adds every value to the list, in any order, and throws an Unparsable where it cannot go on
 */
export function structuredDocument(
  format: keyof typeof names,
  text: string,
  collect: (body: string, list: ScalarList) => void,
): Document {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const list = new ScalarList(mark);
  try {
    const body = text.slice(mark);
    refuseConflict(body);
    collect(body, list);
  } catch (error) {
    if (!(error instanceof Unparsable)) throw error;
    const { line, column } = new LineIndex(text).position(Math.min(error.offset + mark, text.length));
    const note = `Does not parse as ${names[format]} at line ${line}, column ${column}: ${error.message}.`;
    return { format: "text", scalars: [], note };
  }
  return { format, scalars: list.scalars.sort(byPlace), note: null };
}

function refuseConflict(body: string): void {
  const [ours, theirs] = conflictMarkers.map((marker) =>
    body.startsWith(marker) ? 0 : body.indexOf(`\n${marker}`),
  );
  if (ours === undefined || theirs === undefined || ours === -1 || theirs <= ours) return;
  throw new Unparsable("it holds a merge conflict", ours === 0 ? 0 : ours + 1);
}

function byPlace(a: Scalar, b: Scalar): number {
  return a.span.start - b.span.start;
}
