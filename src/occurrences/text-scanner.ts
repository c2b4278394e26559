import type { Span } from "../parse/span.ts";
import { findVersions } from "../version/version.ts";
import { withoutOverlaps } from "./disjoint.ts";
import { bind } from "./documentation/binders.ts";
import { placeOf } from "./documentation/place.ts";
import { isDocument } from "./documentation.ts";
import type { Occurrence } from "./occurrence.ts";

/**
 * The outline of a drawing (https://www.w3.org/TR/SVG2/paths.html#PathData), whose numbers run into each other:
 * `M1.5.5,3` holds 1.5 and .5. Its first command is no end of a word, as in `from 1.4.1, 1.4.2, 1.4.3`, and another
 * one follows.
 */
const pathData =
  /(?:(?<![A-Za-z])|(?<=\\[nrt]))[Mm][\s,]{0,4}[-+]?\.?\d[-+\d.,\sMmLlHhVvCcSsQqTtAaZzEe]{20,}/g;

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

/** Tells whether an offset lies in a drawing; has to be asked for ascending offsets. */
function drawings(text: string): (offset: number) => boolean {
  const drawn = text.matchAll(pathData);
  let current = drawn.next();
  return (offset) => {
    while (!current.done && current.value.index + current.value[0].length <= offset) current = drawn.next();
    return !current.done && current.value.index <= offset && furtherCommand.test(current.value[0]);
  };
}
