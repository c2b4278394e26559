import type { LineIndex } from "../text/location.ts";

/** Which lines of a Markdown document are fenced code. Lines are 1-based. */
export interface DocumentLines {
  /** True for a line inside a fenced block, its fences among them. */
  isCode(line: number): boolean;
  /** The closing fence of the block that opens on a line; the line itself when none does. */
  endOfBlock(line: number): number;
}

const fence = /^[ \t]*(?:[>*+-][ \t]*)?(`{3,}|~{3,})/;

/** Reads the fenced blocks of a document: https://spec.commonmark.org/0.31.2/#fenced-code-blocks. */
export function documentLines(lines: LineIndex): DocumentLines {
  const ends = new Map<number, number>();
  const code = new Set<number>();
  let open: { line: number; fence: string } | null = null;
  for (let line = 1; line <= lines.lineCount; line++) {
    const mark = fence.exec(lines.lineText(line))?.[1];
    if (open === null) {
      if (mark !== undefined) open = { line, fence: mark };
    } else if (mark?.startsWith(open.fence)) {
      ends.set(open.line, line);
      for (let inside = open.line; inside <= line; inside++) code.add(inside);
      open = null;
    }
  }
  return { isCode: (line) => code.has(line), endOfBlock: (line) => ends.get(line) ?? line };
}
