import type { Location } from "../repository/text/location.ts";
import type { Paint, Palette } from "./palette.ts";
import { displayWidth, visibleLine } from "./visible-text.ts";

/** One annotated source line. */
export interface Annotation {
  readonly location: Location;
  /** A few words behind the underline; may be empty. */
  readonly label: string;
  /** `^` for the place that is meant, `-` for one that explains it. */
  readonly underline: "^" | "-";
  readonly paint: Paint;
}

/** The longest source line that is shown whole, in UTF-16 code units. */
const wholeLine = 120;
/** How much of a longer line is shown before and behind the place. */
const contextBefore = 40;
const contextAfter = 50;

/**
 * The lines of a frame as rustc draws it: an empty gutter, the source line with its number, and the underline with the
 * label. `width` is the width of the widest line number around.
 */
export function sourceFrame(annotation: Annotation, width: number, palette: Palette): string[] {
  const { location, label, underline, paint } = annotation;
  const { before, marked, after } = framedLine(location);
  const empty = palette("gutter", `${" ".repeat(width + 2)}|`);
  const numbered = palette("gutter", ` ${String(location.line).padStart(width)} |`);
  const marks = `${underline.repeat(Math.max(1, displayWidth(marked)))} ${visibleLine(label)}`.trimEnd();
  return [
    empty,
    `${numbered} ${before}${marked}${after}`.trimEnd(),
    `${empty} ${" ".repeat(displayWidth(before))}${palette(paint, marks)}`,
  ];
}

/** The visible pieces of the source line; only the part around the place when the line is long. */
export function framedLine({ line, column, endLine, endColumn, lineText }: Location): {
  before: string;
  marked: string;
  after: string;
} {
  const start = Math.min(column - 1, lineText.length);
  const end = Math.max(start, endLine === line ? Math.min(endColumn - 1, lineText.length) : lineText.length);
  if (lineText.length <= wholeLine) {
    return {
      before: visibleLine(lineText.slice(0, start)),
      marked: visibleLine(lineText.slice(start, end)),
      after: visibleLine(lineText.slice(end)),
    };
  }
  const from = Math.max(0, start - contextBefore);
  const to = Math.min(lineText.length, end + contextAfter);
  const markedEnd = Math.min(end, start + wholeLine);
  const cut = markedEnd < end;
  return {
    before: (from > 0 ? "…" : "") + visibleLine(whole(lineText.slice(from, start))),
    marked: visibleLine(whole(lineText.slice(start, markedEnd))),
    after: cut ? "…" : visibleLine(whole(lineText.slice(end, to))) + (to < lineText.length ? "…" : ""),
  };
}

/** Drops halves of surrogate pairs that a cut left at the ends. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, "").replace(/[\uD800-\uDBFF]$/, "");
}
