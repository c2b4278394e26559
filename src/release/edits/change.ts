/** A span of the old text and what stands there in the new one. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly after: string;
}
