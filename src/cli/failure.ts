import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { inspect } from "node:util";
import type { AuditError } from "../audit-error.ts";
import type { Palette } from "../report/palette.ts";
import { sourceFrame } from "../report/source-frame.ts";
import { visible } from "../report/visible-text.ts";
import { LineIndex } from "../repository/text/location.ts";

/** What is printed when the audit could not be made: the obstacle, where it is, and how to get past it. */
export function renderAuditError(error: AuditError, root: string, palette: Palette): string {
  const { message, path, line, column, seen, help } = error;
  const place = [path, line, column].filter((part) => part !== null).join(":");
  const width = String(line ?? 1).length;
  const gutter = " ".repeat(width + 1);
  const bullet = `${gutter} ${palette("gutter", "=")}`;
  const [start = "", ...rest] = help.split("\n").map(visible);
  const lines = [
    `${palette("error", "error")}${palette("strong", `: ${visible(message)}`)}`,
    ...(path === null ? [] : [`${gutter}${palette("gutter", "-->")} ${visible(place)}`]),
    ...(path === null || line === null ? [] : frame(resolve(root, path), line, { column, width, palette })),
    ...(path === null ? [] : [palette("gutter", `${gutter} |`)]),
    ...seen.map((fact) => `${bullet} ${palette("strong", "seen:")} ${visible(fact)}`),
    `${bullet} ${palette("strong", "help:")} ${start}`,
    ...rest.map((text) => `${gutter}     ${text}`.trimEnd()),
  ];
  return `${lines.join("\n")}\n`;
}

/** What is printed for an error that nobody foresaw, whatever was thrown. */
export function renderDefect(error: unknown): string {
  const { message, stack } = error instanceof Error ? error : { message: inspect(error), stack: undefined };
  const places = (stack ?? "").split("\n").filter((line) => /^ {4}at /u.test(line));
  const lines = [
    `error: version-audit itself failed: ${message}`,
    "This is a defect of version-audit, not of the repository. It happened here:",
    ...places,
  ];
  return lines.map((line) => `${visible(line)}\n`).join("");
}

/** The source line; none when the file is not there any more or has fewer lines. */
function frame(
  file: string,
  line: number,
  {
    column,
    width,
    palette,
  }: { readonly column: number | null; readonly width: number; readonly palette: Palette },
): string[] {
  const lines = linesOf(file);
  if (lines === null || line > lines.lineCount) return [];
  const lineText = lines.lineText(line);
  const start = column ?? lineText.length - lineText.trimStart().length + 1;
  const length =
    column === null ? lineText.trim().length : (/^[\w$@-]+/.exec(lineText.slice(start - 1))?.[0].length ?? 1);
  const location = { path: file, line, column: start, endLine: line, endColumn: start + length, lineText };
  return sourceFrame({ location, label: "", underline: "^", paint: "error" }, width, palette);
}

function linesOf(file: string): LineIndex | null {
  try {
    return new LineIndex(readFileSync(file, "utf8"));
  } catch {
    // The error is told all the same; a file that cannot be read may be what it is about.
    return null;
  }
}
