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
