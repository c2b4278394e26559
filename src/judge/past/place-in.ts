import { withoutMoving } from "../../release/past-releases/version-places.ts";
import type { Span } from "../../repository/text/span.ts";

/** A line of more is no line that somebody wrote. In UTF-16 code units. */
const longestLine = 2000;

/** A line, cut at one value in it, and the line before, on which lockfiles and manifests name whose value it is. */
interface Surroundings {
  readonly above: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What stood in another state of a text at the place of a span: on the line that reads the same around it, with every
 * version left out, below the same line. Null where there is no such line, or where several hold different values.
 * @param withoutOthers leaves out of the line above what moves with a release
 */
export function placeIn(
  other: string,
  text: string,
  span: Span,
  withoutOthers: (line: string) => string = withoutMoving,
): string | null {
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const end = text.indexOf("\n", span.end);
  const line = text.slice(start, end === -1 ? text.length : end);
  if (line.length > longestLine) return null;
  const above = start === 0 ? "" : text.slice(text.lastIndexOf("\n", start - 2) + 1, start - 1);
  const surroundings = {
    above: withoutOthers(above),
    before: line.slice(0, span.start - start),
    after: line.slice(span.end - start),
  };
  const lines = other.split("\n");
  const values = new Set(
    lines.flatMap((each, index) =>
      withoutOthers(lines[index - 1] ?? "") === surroundings.above ? (valueIn(each, surroundings) ?? []) : [],
    ),
  );
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : null;
}

function valueIn(line: string, wanted: Pick<Surroundings, "before" | "after">): string | null {
  const { before, after } = wanted;
  // What is near to the value stands as it is; further away other versions may have moved on the same line.
  const near = before.slice(-12).replace(/^.*\d/u, "");
  if (line.length > longestLine || !line.includes(near)) return null;
  for (const { index, 0: value } of line.matchAll(/[0-9][0-9A-Za-z.+-]*/gu)) {
    const rest = line.slice(index + value.length);
    if (
      withoutMoving(line.slice(0, index)) === withoutMoving(before) &&
      withoutMoving(rest) === withoutMoving(after)
    )
      return value.replace(/[.+-]$/u, "");
  }
  return null;
}

/** A component of a version, `#define LUMEN_VERSION_MINOR 4`, is known by its own line, and others of it move above. */
export function nothingAbove(): string {
  return "";
}
