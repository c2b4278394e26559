import type { Span } from "../../repository/text/span.ts";
import type { TagReader } from "./tag-reader.ts";
import type { FormName } from "./version-forms.ts";

/** A release of the past, as reports name it. */
export interface NamedRelease {
  /** The abbreviated id of its commit. */
  readonly commit: string;
  /** The version that it gave. */
  readonly version: string;
}

/** A place that former releases wrote and the last one left. */
export interface LeftPlace {
  readonly path: string;
  readonly span: Span;
  /** What it holds. */
  readonly version: string;
  /** The last release that wrote it. */
  readonly lastWriter: NamedRelease;
  /** How many of the releases that were looked at wrote it. */
  readonly writers: number;
}

/** The last releases that wrote a place. */
export interface LearnedPlaceFacts {
  readonly path: string;
  readonly span: Span;
  readonly form: FormName;
  /** The places of the numbers of a version that is written in parts, in their order; `span` is that of the last. */
  readonly parts?: readonly Span[];
  readonly writers: number;
  /** Of how many releases. */
  readonly of: number;
  readonly lastWriter: NamedRelease;
}

/** What the history of a repository tells of its releases. Plain data. */
export interface Learned {
  /** The releases that were looked at, newest first. */
  readonly releases: readonly NamedRelease[];
  /**
   * Why nothing of them is left to be written again: they are tags alone, no two of which wrote a version at the same
   * place, as it is said of a first one where something takes the version from the tag; the tree holds no version any
   * more where they wrote it; or the last one left every place that former ones wrote. Null where there is such a place.
   */
  readonly traceless: "tags-alone" | "undone" | "left" | null;
  /** What takes the version from the tag where nothing of them is left; null where that is not known. */
  readonly reader: TagReader | null;
  /** Sorted by path and offset. */
  readonly places: readonly LearnedPlaceFacts[];
  /** Sorted by path and offset. */
  readonly left: readonly LeftPlace[];
}
