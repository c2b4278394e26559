import type { Span } from "../text/span.ts";

/** The way from the root of a structured document to a value: object keys and 0-based list indexes. */
export type KeyPath = readonly (string | number)[];

/** One leaf value of a structured document and where it is written. */
export interface Scalar {
  readonly path: KeyPath;
  readonly value: string | number | boolean | null;
  /** The value as written, with its quotes. */
  readonly span: Span;
  /** The value as written, without quotes; equal to `span` where there are none. */
  readonly content: Span;
}

export type DocumentFormat = "json" | "toml" | "yaml" | "text";

/**
 * A parsed file. A file that does not parse in its own format has format `text`, no scalars and a note that says why,
 * so that it degrades to the text scanner and never vanishes from the audit.
 */
export interface Document {
  readonly format: DocumentFormat;
  /** In the order in which they are written. */
  readonly scalars: readonly Scalar[];
  /** Why the file could not be read in its own format, as one sentence with line and column; null when it could. */
  readonly note: string | null;
}
