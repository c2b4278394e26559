import { referenceEnd } from "./references.ts";

/** A line with those that continue it. */
export interface LogicalLine {
  /** As it stands there, with its backslashes and line breaks. */
  readonly raw: string;
  /** 1-based. */
  readonly line: number;
}

/** Takes a text apart into its logical lines. */
export function logicalLines(text: string): LogicalLine[] {
  const physical = text.split("\n").map((line) => line.replace(/\r$/, ""));
  if (physical.at(-1) === "") physical.pop();
  const lines: LogicalLine[] = [];
  for (let at = 0; at < physical.length; at++) {
    const line = at + 1;
    let raw = physical[at] ?? "";
    while (isContinued(raw) && at + 1 < physical.length) raw += `\n${physical[++at]}`;
    lines.push({ raw, line });
  }
  return lines;
}

function isContinued(line: string): boolean {
  let count = 0;
  while (line[line.length - 1 - count] === "\\") count += 1;
  return count % 2 === 1;
}

/** A line that is no recipe: on one line, and without its comment. */
export function plainLine(raw: string): string {
  const parts = raw.split("\\\n");
  const last = parts.length - 1;
  return withoutComment(
    parts
      .map((part, index) => (index === 0 ? part : part.trimStart()))
      .map((part, index) => (index === last ? part : part.trimEnd()))
      .join(" "),
  );
}

function withoutComment(line: string): string {
  if (!line.includes("#")) return line;
  let text = "";
  for (let at = 0; at < line.length; ) {
    if (line[at] === "#") return text;
    const isEscaped = line[at] === "\\" && line[at + 1] === "#";
    const end = isEscaped ? at + 2 : referenceEnd(line, at);
    text += isEscaped ? "#" : line.slice(at, end);
    at = end;
  }
  return text;
}
