import type { Origin } from "../host/record/run-record.ts";
import type { SourceText } from "./source-text.ts";

/** Where a shell and its subshells are. */
export class Position {
  source: SourceText;
  /** In the source. */
  offset = 0;
  /** The start of the simple command that is running. */
  command = 0;
  function: string | null = null;
  /** Between `[[` and `]]`, where all patterns are extended. */
  isInCondition = false;

  constructor(source: SourceText) {
    this.source = source;
  }

  readonly origin = (): Origin => this.source.originAt(this.offset, this.function);

  get line(): number {
    return this.source.lineAt(this.command);
  }

  /** Does something elsewhere and comes back. */
  at<T>(source: SourceText, name: string | null, run: () => T): T {
    const { source: before, offset, command, function: outer } = this;
    [this.source, this.function, this.offset, this.command] = [source, name, 0, 0];
    try {
      return run();
    } finally {
      [this.source, this.function, this.offset, this.command] = [before, outer, offset, command];
    }
  }
}
