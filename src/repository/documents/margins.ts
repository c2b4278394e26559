/** How many code units of a value, at its start and at its end, are quotes. */
export interface Margins {
  readonly before: number;
  readonly after: number;
}

export const noMargins: Margins = { before: 0, after: 0 };
export const oneQuote: Margins = { before: 1, after: 1 };
