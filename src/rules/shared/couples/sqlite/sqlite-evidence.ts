/** What a source of evidence says about one SQLite. */
export interface SqliteEvidence {
  /** For example `3.46.0`. */
  readonly sqlite: string;
  /** Where that stands, as a sentence without a full stop. */
  readonly how: string;
}
