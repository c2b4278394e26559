/** One release that the history of the repository shows. */
export interface PastRelease {
  /** The version that the train held before, and the one that the release gave it, as they are written. */
  readonly from: string;
  readonly to: string;
  /** The commit that wrote the new version. */
  readonly commit: string;
  /** The state that is compared with it: its first parent, or the commit of the release before. */
  readonly base: string;
}
