import type { Origin } from "../host/record/run-record.ts";

/** A text that is being evaluated, and where its places lie. */
export interface SourceText {
  /** The text that offsets count in. */
  readonly text: string;
  /** What `BASH_SOURCE` calls it. */
  readonly name: string;
  /** The 1-based line of an offset, as `LINENO` gives it. */
  lineAt(offset: number): number;
  /** The place in a file of the repository at an offset. */
  originAt(offset: number, within: string | null): Origin;
}

/** A script file. `path` is relative to the root. */
export function fileSource(text: string, path: string, name: string): SourceText {
  const starts = lineStarts(text);
  const lineAt = (offset: number) => lineOf(starts, offset);
  return {
    text,
    name,
    lineAt,
    originAt: (offset, within) => {
      const line = lineAt(offset);
      return { path, line, column: offset - (starts[line - 1] ?? 0) + 1, function: within };
    },
  };
}

/** A text that has no file of its own: what `eval`, `sh -c` and a trap are given. All of it comes from one place. */
export function inlineSource(text: string, name: string, origin: Origin, firstLine = 1): SourceText {
  const starts = lineStarts(text);
  return {
    text,
    name,
    lineAt: (offset) => lineOf(starts, offset) + firstLine - 1,
    originAt: () => origin,
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
