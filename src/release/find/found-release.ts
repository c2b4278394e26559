/** A way in which the repository may be released, as a table of the configuration, and what speaks for it. */
export interface FoundRelease {
  readonly table: Readonly<Record<string, unknown>>;
  readonly why: string;
}
