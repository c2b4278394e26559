/** What an AuditError has to say: where the obstacle is and how to get past it. */
export interface Obstacle {
  /** The file that has to change, relative to the audited root or absolute when it lies outside; null only when the command line itself is at fault. */
  readonly path: string | null;
  /** 1-based; absent or null when the whole file is meant. */
  readonly line?: number | null;
  /** 1-based, in UTF-16 code units; absent or null when the whole line is meant. */
  readonly column?: number | null;
  /** What was looked at and found, one clause each, where that explains the obstacle. */
  readonly seen?: readonly string[];
  /** One sentence: what to do about it. */
  readonly help: string;
}

/** The one error of this project: the audit could not be made. The command line turns it into exit code 2. */
export class AuditError extends Error {
  override readonly name = "AuditError";
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly seen: readonly string[];
  readonly help: string;

  constructor(message: string, obstacle: Obstacle, options?: ErrorOptions) {
    super(message, options);
    this.path = obstacle.path;
    this.line = obstacle.line ?? null;
    this.column = obstacle.column ?? null;
    this.seen = obstacle.seen ?? [];
    this.help = obstacle.help;
  }
}
