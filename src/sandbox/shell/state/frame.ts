/** A call of a function or of a sourced file that is running. */
export interface Frame {
  /** What `FUNCNAME` calls it. */
  readonly name: string;
  /** The file in which its text stands. */
  readonly source: string;
  /** The line from which it was called. */
  readonly calledAt: number;
}
