import type { Span } from "./span.ts";

/**
 * A place as it is shown: resolved once, so that a reporter never has to open a file.
 * Lines and columns are 1-based, columns count UTF-16 code units, `endColumn` is exclusive.
 */
export interface Location {
  /** Relative to the audited root, with `/`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The whole text of `line`, without its line break. */
  readonly lineText: string;
}

/** The offsets at which the lines of a text start, for translating offsets to lines and back. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#text = text;
    this.#starts = starts;
  }

  /** The number of lines; a text that ends in a line break has an empty last line. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The 1-based line and column of a UTF-16 offset. */
  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle + 1) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.start(low + 1) + 1 };
  }

  /** The UTF-16 offset at which a 1-based line starts. Throws a RangeError for a line that the text has not. */
  start(line: number): number {
    const start = this.#starts[line - 1];
    if (start === undefined) throw new RangeError(`line ${line} of a text with ${this.#starts.length} lines`);
    return start;
  }

  /** The text of a 1-based line, without its line break. */
  lineText(line: number): string {
    const end = line < this.#starts.length ? this.start(line + 1) - 1 : this.#text.length;
    const text = this.#text.slice(this.start(line), end);
    return text.endsWith("\r") ? text.slice(0, -1) : text;
  }

  /** Resolves a span of this text to the place that is shown for it. */
  locate(path: string, span: Span): Location {
    const from = this.position(span.start);
    const to = this.position(span.end);
    return {
      path,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      lineText: this.lineText(from.line),
    };
  }
}
