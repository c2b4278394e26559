import type { Span } from "../repository/text/span.ts";
import { withoutOverlaps } from "./disjoint.ts";
import { bind } from "./documentation/binders.ts";
import { placeOf } from "./documentation/place.ts";
import { isDocument } from "./ecosystems/documentation.ts";
import type { Occurrence } from "./occurrence.ts";
import { findVersions } from "./versions/version.ts";

/**
 * The outline of a drawing (https://www.w3.org/TR/SVG2/paths.html#PathData), whose numbers run into each other:
 * `M1.5.5,3` holds 1.5 and .5. Its first command is no end of a word, as in `from 1.4.1, 1.4.2, 1.4.3`, and another
 * one follows.
 */
const pathData =
  /(?:(?<![A-Za-z])|(?<=\\[nrt]))[Mm][ \t\r\n\f,]{0,4}[-+]?\.?\d[-+\d., \t\r\n\fMmLlHhVvCcSsQqTtAaZzEe]{20,}/g;
const shortestOutline = 22;
/** By character code: what outlines are written with. A class of so many ranges is slow in regular expressions. */
const inOutline = new Set(
  [..."+-0123456789., \t\r\n\fMmLlHhVvCcSsQqTtAaZzEe"].map((char) => char.charCodeAt(0)),
);

/**
 * Every version string of a text that lies in none of the spans that somebody has taken already (ascending and
 * disjoint), bound to a name where the place itself binds it, in the order of the text.
 */
export function scanText(path: string, text: string, taken: readonly Span[]): Occurrence[] {
  const versions = withoutOverlaps(findVersions(text), (span) => span, taken);
  if (versions.length === 0) return [];
  const isProse = isDocument(path);
  const isDrawn = drawings(text);
  const found: Occurrence[] = [];
  for (const span of versions) {
    if (isDrawn(span.start)) continue;
    const place = placeOf(text, span, isProse);
    const version = text.slice(span.start, span.end);
    const { kind, subject } = bind(place) ?? { kind: "text", subject: null };
    found.push({ path, span, text: place.prefix + version, version, kind, subject, keyPath: null });
  }
  return found;
}

const furtherCommand = /[LlHhVvCcSsQqTtAaZz]/;

/** A run of the characters of outlines, as long as it can be, and the drawings in it. */
interface Run {
  readonly end: number;
  readonly drawings: readonly Span[];
}

/**
 * Tells whether an offset lies in a drawing; has to be asked for ascending offsets. Looking around each offset is
 * cheaper than looking for drawings in the whole text: few characters around a version could be part of one.
 */
function drawings(text: string): (offset: number) => boolean {
  let run: Run = { end: 0, drawings: [] };
  return (offset) => {
    if (offset >= run.end) run = runAround(text, offset, run.end);
    return run.drawings.some(({ start, end }) => start <= offset && offset < end);
  };
}

/**
 * @param offset that of a digit
 * @param from where the run before has ended
 */
function runAround(text: string, offset: number, from: number): Run {
  let start = offset;
  while (start > from && inOutline.has(text.charCodeAt(start - 1))) start -= 1;
  let end = offset;
  while (end < text.length && inOutline.has(text.charCodeAt(end))) end += 1;
  if (end - start < shortestOutline) return { end, drawings: [] };
  // The command that starts a drawing may stand behind an escaped line break, which is no part of the run.
  const base = Math.max(0, start - 2);
  const outlines = [...text.slice(base, end).matchAll(pathData)];
  const drawn = outlines.filter(([outline]) => furtherCommand.test(outline));
  return {
    end,
    drawings: drawn.map((match) => ({
      start: base + match.index,
      end: base + match.index + match[0].length,
    })),
  };
}
