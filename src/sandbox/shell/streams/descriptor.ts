import { nowhere, type Sink } from "./sinks.ts";

/** What a command reads: a text with a place in it that all who share it move. */
export class Source {
  readonly #read: () => string;
  #text: string | null = null;
  #at = 0;
  /** False for what comes from a command that was not run. */
  readonly isKnown: boolean;
  /** Set where a person would type. */
  readonly isTerminal: boolean;

  constructor(read: () => string, isKnown = true, isTerminal = false) {
    this.#read = read;
    this.isKnown = isKnown;
    this.isTerminal = isTerminal;
  }

  /** All that has not been read yet. */
  rest(): string {
    const text = this.#all();
    const rest = text.slice(this.#at);
    this.#at = text.length;
    return rest;
  }

  /** Up to and without a delimiter, and whether it was found; null at the end. */
  until(delimiter: string): { text: string; isEnded: boolean } | null {
    const text = this.#all();
    if (this.#at >= text.length) return null;
    const end = text.indexOf(delimiter, this.#at);
    const piece = text.slice(this.#at, end === -1 ? text.length : end);
    this.#at = end === -1 ? text.length : end + delimiter.length;
    return { text: piece, isEnded: end !== -1 };
  }

  /** At most so many characters. */
  take(count: number): string {
    const text = this.#all();
    let end = this.#at;
    for (let left = count; left > 0 && end < text.length; left--) {
      end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
    }
    const piece = text.slice(this.#at, end);
    this.#at = end;
    return piece;
  }

  #all(): string {
    this.#text ??= this.#read();
    return this.#text;
  }
}

/** An open file of a shell. */
export interface Descriptor {
  readonly source: Source | null;
  readonly sink: Sink | null;
}

/** What `/dev/null` is. */
export const nothing: Descriptor = { source: new Source(() => ""), sink: nowhere };

/** The open files of a shell by number. */
export type Descriptors = Map<number, Descriptor>;
