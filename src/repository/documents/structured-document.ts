import { LineIndex } from "../text/location.ts";
import type { Document, DocumentFormat, Scalar } from "./document.ts";
import { ScalarList } from "./scalar-list.ts";
import { Unparsable } from "./unparsable.ts";

/** What stands in the place of a file that Git LFS keeps elsewhere, see the specification of its pointer files. */
const pointerStart = "version https://git-lfs.github.com/spec/";

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
    if (body.startsWith(pointerStart)) throw new Unparsable("it is a Git LFS pointer to another text", 0);
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

/** Both sides of what git could not merge are marked, see git-merge(1), "How conflicts are presented". */
function refuseConflict(body: string): void {
  const ours = lineWith(body, "<<<<<<< ");
  if (ours !== -1 && lineWith(body, ">>>>>>> ") > ours)
    throw new Unparsable("it holds a merge conflict", ours);
}

/** Where the first line stands that starts like this; -1 when there is none. */
function lineWith(body: string, start: string): number {
  if (body.startsWith(start)) return 0;
  const lineBreak = body.indexOf(`\n${start}`);
  return lineBreak === -1 ? -1 : lineBreak + 1;
}

function byPlace(a: Scalar, b: Scalar): number {
  return a.span.start - b.span.start;
}
