/** Thrown within a format's parser at the first place that it cannot go past; it never leaves this folder. */
export class Unparsable extends Error {
  /** The UTF-16 offset of that place in the text that the parser was given. */
  readonly offset: number;

  /** @param reason a few words in lower case, without a full stop */
  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

/** Stops before a parser that would take too long, or more memory than there is. */
export function refuseLongerThan(limit: number, text: string): void {
  if (text.length > limit) throw new Unparsable(`it is longer than ${limit} characters`, 0);
}
