import type { Span } from "../text/span.ts";
import type { KeyPath, Scalar } from "./document.ts";
import { noMargins } from "./margins.ts";
import { Unparsable } from "./unparsable.ts";

/** Documents of people and tools stay far below; it is also where serde_json stops. */
export const deepestNesting = 128;

/**
 * Values and the steps of their key paths, each of which costs some tens of bytes. A lockfile of 20,000 packages has
 * about a million; a data set that reaches the limit holds no versions and would exhaust the memory.
 */
const greatestWeight = 4_000_000;

/** Collects the values of one document while it is parsed, and stops a parse that would not end well. */
export class ScalarList {
  readonly scalars: Scalar[] = [];
  readonly #shift: number;
  #weight = 0;

  /** @param shift what is added to every offset: the length of a byte order mark that the parser was not given */
  constructor(shift: number) {
    this.#shift = shift;
  }

  /**
   * @param written where the value stands as it is written
   * @param margins how much of the value's start and end is quotes
   * @throws Unparsable when the document holds too much
   */
  add(path: KeyPath, value: Scalar["value"], written: Span, margins = noMargins): void {
    const { start, end } = written;
    this.#weight += path.length + 1;
    if (this.#weight > greatestWeight) throw new Unparsable("there are too many values", start);
    if (path.length > deepestNesting) throw tooDeep(start);
    const span = { start: start + this.#shift, end: end + this.#shift };
    const content =
      margins === noMargins ? span : { start: span.start + margins.before, end: span.end - margins.after };
    this.scalars.push({ path, value, span, content });
  }

  /** Forgets all but the first values, for a parser that gives up on what it has begun. */
  keep(count: number): void {
    for (const { path } of this.scalars.splice(count)) this.#weight -= path.length + 1;
  }
}

export function tooDeep(offset: number): Unparsable {
  return new Unparsable(`it is nested deeper than ${deepestNesting} levels`, offset);
}
