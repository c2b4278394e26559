import type { Span } from "../../repository/text/span.ts";

/**
 * The text of a script without some elements of its lists. They are blanked out together with the comma that follows,
 * so that no hole is left and every other offset and line stays where it was.
 */
export function withoutRows(text: string, rows: readonly Span[]): string {
  let blanked = text;
  for (const { start, end } of rows) {
    const comma = /^\s*,/u.exec(text.slice(end, end + 200));
    const stop = end + (comma === null ? 0 : comma[0].length);
    blanked =
      blanked.slice(0, start) + text.slice(start, stop).replace(/[^\r\n]/gu, " ") + blanked.slice(stop);
  }
  return blanked;
}
