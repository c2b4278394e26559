import { drawingsIn } from "./drawings.ts";
import type { Reading } from "./reading.ts";

/**
 * A version as nobody could miss it: three numbers between blanks or quotes. Written here once more, so that a mistake
 * in the grammar of the scanner is not made again by the one who looks for it.
 */
const plain = /(?<=^|[\s"'])v?(\d{1,9}\.\d{1,9}\.\d{1,9})(?=$|[\s"',;])/g;

/** A baseline repeats what was said of other places. */
const baseline = /^\{\r?\n {2}"versionAuditBaseline":/;

/** The plain versions of a text that are no occurrence, unless the file is noted. */
export function lostVersions(text: string, { occurrences, notes }: Reading): string[] {
  if (baseline.test(text) || notes.length > 0) return [];
  const found = [...occurrences];
  const drawings = drawingsIn(text);
  let next = 0;
  let drawn = 0;
  const lost: string[] = [];
  for (const match of text.matchAll(plain)) {
    const version = match[1] ?? "";
    // Leading zeros make a date of it.
    if (/(?:^|\.)0\d/.test(version)) continue;
    const end = match.index + match[0].length;
    const start = end - version.length;
    while (next < found.length && (found[next]?.span.end ?? 0) <= start) next++;
    while (drawn < drawings.length && (drawings[drawn]?.end ?? 0) <= start) drawn++;
    const isDrawn = (drawings[drawn]?.start ?? end) < end;
    const holder = found[next];
    const isHeld = holder !== undefined && holder.span.start <= start && holder.span.end >= end;
    if (!isHeld && !isDrawn) lost.push(`${version} at ${start} is no occurrence`);
    if (lost.length > 3) break;
  }
  return lost;
}
