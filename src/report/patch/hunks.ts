import { structuredPatch } from "diff";
import { linesOf } from "../../release/edits/differing-pieces.ts";

/** One hunk of a unified diff; lines start with a blank, `+`, `-` or `\` and have no line break. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: readonly string[];
}

/** As git does it. */
const context = 3;

/**
 * The search for the shortest diff takes time that grows with the square of the number of changed lines. Beyond this
 * many the whole changed middle is replaced, which is longer to read but just as exact.
 */
const maxEditLength = 1000;

/** The hunks that turn one text into another, line by line; carriage returns belong to their lines. */
export function hunksOf(before: string, after: string): Hunk[] {
  const patch = structuredPatch("", "", before, after, "", "", { context, maxEditLength });
  const hunks = patch === undefined ? [middleHunk(before, after)] : patch.hunks;
  return hunks.map((hunk) => ({
    ...hunk,
    oldStart: hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart,
    newStart: hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart,
  }));
}

/** One hunk from the first to the last line that differs. */
function middleHunk(before: string, after: string): Hunk {
  const old = linesOf(before);
  const now = linesOf(after);
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const from = Math.max(0, start - context);
  const tail = Math.max(0, end - context);
  const lines = [
    ...old.slice(from, start).map((line) => ` ${line}`),
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, now.length - end).map((line) => `+${line}`),
    ...old.slice(old.length - end, old.length - tail).map((line) => ` ${line}`),
  ];
  return {
    oldStart: from + 1,
    oldLines: old.length - tail - from,
    newStart: from + 1,
    newLines: now.length - tail - from,
    lines: lines.flatMap((line) =>
      line.endsWith("\n") ? line.slice(0, -1) : [line, "\\ No newline at end of file"],
    ),
  };
}
