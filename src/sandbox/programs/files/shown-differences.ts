import { structuredPatch } from "diff";
import { Refused } from "../../host/desk/program.ts";

/** What `diff` prints for two files, with `-u` and so many lines of context, or in its own way for null. */
export function shownDifferences(
  first: { readonly name: string; readonly text: string },
  second: { readonly name: string; readonly text: string },
  context: number | null,
): string {
  if (context !== null)
    throw new Refused("diff", "-u", "its heads hold times that files have outside of the sandbox");
  const { hunks } = structuredPatch(first.name, second.name, first.text, second.text, undefined, undefined, {
    context: 0,
  });
  return hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines }) => {
      const removed = lines.filter((line) => line.startsWith("-")).map((line) => `< ${line.slice(1)}`);
      const added = lines.filter((line) => line.startsWith("+")).map((line) => `> ${line.slice(1)}`);
      if (lines.some((line) => line.startsWith("\\")))
        throw new Refused(
          "diff",
          `${first.name} ${second.name}`,
          "a last line without an end is shown in a way of its own",
        );
      const isSlippery =
        (newLines === 0 && slides(first.text, oldStart - 1, oldLines)) ||
        (oldLines === 0 && slides(second.text, newStart - 1, newLines));
      if (isSlippery)
        throw new Refused(
          "diff",
          `${first.name} ${second.name}`,
          "one difference can be shown at several places",
        );
      const sign = oldLines === 0 ? "a" : newLines === 0 ? "d" : "c";
      const rows = [
        `${range(oldStart, oldLines)}${sign}${range(newStart, newLines)}`,
        ...removed,
        ...(sign === "c" ? ["---"] : []),
        ...added,
      ];
      return `${rows.join("\n")}\n`;
    })
    .join("");
}

/** The lines of a hunk; for none the line before them. */
function range(start: number, count: number): string {
  if (count === 0) return String(start - 1);
  if (count === 1) return String(start);
  return `${start},${start + count - 1}`;
}

/** Whether lines that are only in one file could as well be those that begin one line earlier or later. */
function slides(text: string, start: number, count: number): boolean {
  const lines = text.split("\n");
  return (
    lines[start] === lines[start + count] || (start > 0 && lines[start - 1] === lines[start + count - 1])
  );
}
