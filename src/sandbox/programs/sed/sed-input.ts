/** One file, or standard input, taken apart. */
export interface SedInput {
  /** As the command line names it; `-` for standard input. */
  readonly name: string;
  readonly lines: readonly string[];
  /** Whether the last line has its end. */
  readonly isEnded: boolean;
}

/** Takes a text apart. `delimiter` ends each line. */
export function sedInput(name: string, text: string, delimiter: string): SedInput {
  const lines = text.split(delimiter);
  const isEnded = lines.at(-1) === "";
  if (isEnded) lines.pop();
  return { name, lines, isEnded };
}

/** Goes through the lines of several inputs, of which each may be a text of its own. */
export class SedReader {
  readonly #inputs: readonly SedInput[];
  readonly #isSeparate: boolean;
  #input = 0;
  #line = 0;
  /** The number of the last line that was read, from 1. */
  number = 0;

  constructor(inputs: readonly SedInput[], isSeparate: boolean) {
    this.#inputs = inputs;
    this.#isSeparate = isSeparate;
  }

  /** The input from which the last line came. */
  get current(): SedInput | null {
    return this.#inputs[this.#input] ?? null;
  }

  get isLast(): boolean {
    if (this.#line < (this.current?.lines.length ?? 0)) return false;
    return this.#isSeparate || this.#inputs.slice(this.#input + 1).every(({ lines }) => lines.length === 0);
  }

  /** The next line; null when there is none, or in separate texts none in this one. */
  next(): { text: string; isEnded: boolean } | null {
    while (this.#line >= (this.current?.lines.length ?? 0)) {
      if (this.#isSeparate || this.#input >= this.#inputs.length - 1) return null;
      this.#input += 1;
      this.#line = 0;
    }
    const input = this.current;
    const text = input?.lines[this.#line];
    if (input === null || text === undefined) return null;
    this.#line += 1;
    this.number += 1;
    return { text, isEnded: this.#line < input.lines.length || input.isEnded };
  }
}
