/** The step that a release makes with the main train of a repository. */
export interface Bump {
  /** The version that the train holds now, as its places write it. */
  readonly current: string;
  /** The version that it gets. */
  readonly target: string;
}
