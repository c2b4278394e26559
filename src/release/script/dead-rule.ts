import type { Span } from "../../repository/text/span.ts";
import type { Origin } from "../rehearsal.ts";
import type { RuleRow } from "./rule-tables.ts";

/** A rule of a release script that does nothing: a path that names no file, or a pattern that finds nothing. */
export interface DeadRule {
  /** The script in which it is written. */
  readonly path: string;
  /** The literal of the rule; empty where only the line is known. */
  readonly span: Span;
  /** The row of the table in which it stands; null for a rule that stands alone. */
  readonly row: RuleRow | null;
  readonly part: "path" | "pattern";
  /** The literal as it is shown: a path, or `/x/g`. */
  readonly shown: string;
  /** The files in which a pattern was sought in vain; empty for a path. */
  readonly searched: readonly string[];
  /** True for a pattern that finds something in the file as it was: an earlier step took its match away. */
  readonly wasAlive: boolean;
  /** True when other files of the same rule hold what is sought. */
  readonly hasOtherFiles: boolean;
  /** True when the script itself throws because of it. */
  readonly fatal: boolean;
  /** The line of the script that asked; null for a rule that the script never got to. */
  readonly origin: Origin | null;
  /** What the same rule seeks (regular expressions), for finding out where its file went. */
  readonly seeks: readonly PatternText[];
}

/** A regular expression as it is written, which can be handed to another thread. */
interface PatternText {
  readonly source: string;
  readonly flags: string;
}

/** A pattern as the script writes it. */
export function shownPattern(text: string, flags: string | null): string {
  return flags === null ? JSON.stringify(text) : `/${text}/${flags}`;
}
