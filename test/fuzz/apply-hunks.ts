import type { Hunk } from "../../src/report/patch/hunks.ts";

/** Applies hunks to a text as `git apply` does, whose lines end with a line feed only; null when they do not fit. */
export function applyHunks(before: string, hunks: readonly Hunk[]): string | null {
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const now: string[] = [];
  let next = 0;
  for (const { oldStart, oldLines, lines } of hunks) {
    const start = oldLines === 0 ? oldStart : oldStart - 1;
    for (; next < start; next++) now.push(old[next] ?? "");
    for (const [index, line] of lines.entries()) {
      if (line.startsWith("\\")) continue;
      const text = line.slice(1) + (lines[index + 1]?.startsWith("\\") ? "" : "\n");
      if (!line.startsWith("+") && old[next++] !== text) return null;
      if (!line.startsWith("-")) now.push(text);
    }
    if (next !== start + oldLines) return null;
  }
  return [...now, ...old.slice(next)].join("");
}
