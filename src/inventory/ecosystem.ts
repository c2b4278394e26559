import type { Document } from "../repository/documents/document.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Occurrence } from "./occurrence.ts";

/** A text file in the hands of the ecosystems. */
export interface SourceText {
  /** Relative to the audited root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The file in its own format, parsed when first asked for and shared by all who ask. */
  document(): Document;
}

/** One family of files and the way in which it writes versions. */
export interface Ecosystem {
  readonly name: string;
  /** Decided by the path alone, so that no file is opened in vain. */
  matches(path: string): boolean;
  /** Every version string that this ecosystem recognises in the file, in the order of the text. */
  occurrences(file: SourceText, workspace: Workspace): readonly Occurrence[];
}
