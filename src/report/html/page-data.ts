import type { Severity } from "../../findings/finding.ts";
import type { Verdict } from "../../judge/verdict.ts";

/** Everything that the page shows, as it is embedded in it. Texts of the repository are as they are: the page shows them safely. */
export interface PageData {
  readonly tool: string;
  /** The name of the audited folder. */
  readonly repository: string;
  /** The answer in one sentence, and what it rests on. */
  readonly answer: string;
  readonly evidence: readonly string[];
  readonly verdicts: readonly { readonly name: Verdict; readonly meaning: string; readonly count: number }[];
  /** What stands before the path in the address of a file; null where the repository's address is not known. */
  readonly source: string | null;
  readonly inventory: PageInventory;
  readonly findings: readonly PageRule[];
  readonly timeline: readonly PageRelease[];
  readonly stories: readonly PageStory[];
  readonly notes: readonly string[];
}

/** The occurrences by columns, with every text only once. Each column has one number for each occurrence. */
export interface PageInventory {
  readonly paths: readonly string[];
  readonly texts: readonly string[];
  readonly kinds: readonly string[];
  /** The first of them is the empty text, for what has no subject. */
  readonly subjects: readonly string[];
  readonly reasons: readonly string[];
  /** Indices into the lists above, and 1-based lines and columns. */
  readonly path: readonly number[];
  readonly line: readonly number[];
  readonly column: readonly number[];
  readonly text: readonly number[];
  readonly kind: readonly number[];
  readonly subject: readonly number[];
  readonly reason: readonly number[];
  /** Indices into `verdicts` of the page. */
  readonly verdict: readonly number[];
  /** 1 for what a release owes the new version, else 0. */
  readonly owed: readonly number[];
}

/** A place in a file; line and column are 1-based. */
export interface PagePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A line of source with the marked part of it. */
export interface PageFrame extends PagePlace {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** A few words about the marked part; may be empty. */
  readonly label: string;
}

/** The findings of one rule. */
export interface PageRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly url: string;
  readonly entries: readonly PageEntry[];
}

/** A finding, with the places of its family. */
export interface PageEntry {
  readonly message: string;
  /** The place itself, and those that explain it, such as the line of the script. */
  readonly frames: readonly PageFrame[];
  readonly also: readonly PagePlace[];
  readonly why: string | null;
  readonly help: string;
}

/** A past release, by what it wrote last. */
export interface PageRelease {
  readonly version: string;
  /** The abbreviated id of its commit; null where only the places tell of it. */
  readonly commit: string | null;
  /** Places that it wrote and that every later release wrote, too. */
  readonly kept: number;
  /** Places that it was the last to write, or whose version they still hold. */
  readonly left: readonly PagePlace[];
}

/** What one release does, in the order of time. */
export interface PageStory {
  readonly title: string;
  /** How it ended, where that was not as it should. */
  readonly end: string | null;
  readonly steps: readonly PageStep[];
}

export interface PageStep {
  readonly does: "writes" | "creates" | "deletes" | "runs" | "says";
  /** The path, the command or what is said. */
  readonly what: string;
  /** For a command how it was answered; `not run` where it was only recorded. */
  readonly answer: string | null;
  readonly lines: readonly { readonly sign: "-" | "+"; readonly line: number; readonly text: string }[];
  /** Changed lines that are not shown. */
  readonly more: number;
  readonly origin: PagePlace | null;
}
