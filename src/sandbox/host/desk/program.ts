import type { Overlay } from "../files/overlay.ts";

/**
 * Everything that a program may see and touch. Texts that are passed between programs carry bytes exactly: see
 * `host/files/byte-text.ts`.
 */
export interface ProgramCall {
  /** The arguments behind the program's name. */
  readonly args: readonly string[];
  /** Absolute virtual path, without a slash at the end. */
  readonly cwd: string;
  /** What the program reads when no file is named; byte text. Whoever asks for it takes it from the shell, as a program that reads. */
  readonly stdin: string;
  /** The exported variables. */
  readonly env: Readonly<Record<string, string>>;
  readonly overlay: Overlay;
  /** The clock of the sandbox, in milliseconds since 1970; local time is UTC. */
  readonly clock: () => number;
  /**
   * Starts another program with the same overlay, by way of the desk, as `find -exec`, `xargs` and `env` do. `cwd` and
   * `env` are those of this call unless others are given. Throws the Refused of that program.
   */
  readonly run: (argv: readonly string[], input?: ProgramInput) => ProgramResult;
  /** Tells of a pattern that was held against a file, for the rules about patterns that match nothing. */
  readonly asked: (question: AskedPattern) => void;
}

/** What may be given to a program that another one starts. */
export interface ProgramInput {
  /** Byte text; empty unless it is given. */
  readonly stdin?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A pattern of a program that edits files, and what it found in one of them. */
interface AskedPattern {
  /** As the script writes it. */
  readonly pattern: string;
  readonly flags: string;
  /** The program and its function, such as `sed s`. */
  readonly method: string;
  /** Absolute virtual path. */
  readonly path: string;
  readonly matched: boolean;
  /** Whether it matches in the bytes that the file had before the rehearsal; asked only where it did not match. */
  readonly matchesOriginal: () => boolean;
}

/** How a program ended and what it said; both texts are byte texts. */
export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/**
 * A program that works on the overlay as the real one works on files. It is synchronous, knows nothing but its call, and
 * does exactly what the real one would do or throws a Refused. Null when it is asked for something that is none of its
 * business and has changed nothing, so that the command is only recorded.
 */
export type Program = (call: ProgramCall) => ProgramResult | null;

/**
 * A program has been asked for something that it cannot do exactly. What it had already changed says nothing, so whoever
 * catches this ends the rehearsal.
 */
export class Refused extends Error {
  /** The name of the program, such as `sed`. */
  readonly program: string;
  /** What was asked for, as the script writes it, such as `-s` or `1~e`. */
  readonly form: string;
  /** A clause that follows "because", such as `it is not known`. */
  readonly why: string;

  constructor(program: string, form: string, why: string) {
    super(`${program} ${form} is not rehearsed, because ${why}`);
    this.program = program;
    this.form = form;
    this.why = why;
  }
}
