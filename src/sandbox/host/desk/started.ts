/** A program that a script starts. */
export interface Started {
  /** The program and its arguments, as the shell or the script splits them. */
  readonly argv: readonly string[];
  /** Absolute virtual path, which need not exist. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Byte text. A program that does not read it does not take it away from those that come after. */
  readonly stdin: string;
}

/** How it ended and what it said (byte texts), and whether anything is known of that. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly isKnown: boolean;
}
