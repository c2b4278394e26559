/** How a command leaves what is around it: a loop, a function or sourced file, or the shell. */
export class Leaving extends Error {
  readonly kind: "break" | "continue" | "return" | "exit";
  /** The number of loops for `break` and `continue`, else the exit status. */
  readonly value: number;

  constructor(kind: Leaving["kind"], value: number) {
    super(kind);
    this.kind = kind;
    this.value = value;
  }
}

/** The rehearsal has ended; what is running unwinds, and nothing of it counts any more. */
export class Stopped extends Error {}

/** An expansion that fails ends the shell (or the subshell) with this status, after the message. */
export class ExpansionError extends Error {
  readonly status: number;

  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}
