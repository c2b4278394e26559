import { bytesOf } from "../../host/files/byte-text.ts";
import type { OpenFile } from "../../host/files/open-file.ts";

/** Where a command writes. */
export interface Sink {
  /** Whether somebody reads what is written but people. */
  readonly isRead: boolean;
  /** `isKnown` is false for what a command said that was not run. */
  write(text: string, isKnown?: boolean): void;
  close(): void;
}

/** Writes nowhere. */
export const nowhere: Sink = { isRead: false, write() {}, close() {} };

/** Hands on to somebody else, such as the log. */
export function sinkTo(write: (text: string) => void): Sink {
  return { isRead: false, write: (text) => (text === "" ? undefined : write(text)), close() {} };
}

/** Keeps what is written, for a pipe or a substitution. */
export class TextSink implements Sink {
  readonly isRead = true;
  readonly #pieces: string[] = [];
  readonly #grown: (length: number) => void;
  #hasKnown = false;
  #hasUnknown = false;

  /** `grown` is told how many characters come in, so that it can call a halt. */
  constructor(grown: (length: number) => void) {
    this.#grown = grown;
  }

  write(text: string, isKnown = true): void {
    if (!isKnown) this.#hasUnknown = true;
    else if (text !== "") this.#hasKnown = true;
    this.#grown(text.length);
    if (text !== "") this.#pieces.push(text);
  }

  close(): void {}

  get text(): string {
    return this.#pieces.join("");
  }

  /** False when all that could be here comes from commands that were not run. */
  get isKnown(): boolean {
    return this.#hasKnown || !this.#hasUnknown;
  }
}

/** A file that is open for writing, which is recorded as one change when it is closed. */
export class FileSink implements Sink {
  readonly isRead = true;
  readonly #file: OpenFile;
  readonly #closed: (record: () => void) => void;
  #pieces: string[] = [];
  #hasKnown = false;
  #hasUnknown = false;

  /** `closed` is given what records the change, to be called with the right place. */
  constructor(file: OpenFile, closed: (record: () => void) => void) {
    this.#file = file;
    this.#closed = closed;
  }

  write(text: string, isKnown = true): void {
    if (!isKnown) this.#hasUnknown = true;
    else if (text !== "") this.#hasKnown = true;
    if (text !== "") this.#pieces.push(text);
  }

  /** Brings what has been written into the file, for those who read it. */
  flush(): void {
    if (this.#pieces.length === 0) return;
    this.#file.append(bytesOf(this.#pieces.join("")));
    this.#pieces = [];
  }

  /** What a command that was not run would have put into the file is not known, so the file stays as it was. */
  close(): void {
    this.flush();
    if (this.#hasUnknown && !this.#hasKnown) this.#file.giveBack();
    else this.#closed(() => this.#file.close());
  }
}
