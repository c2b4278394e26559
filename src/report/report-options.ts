import type { Audit } from "../findings/audit.ts";
import type { Severity } from "../findings/finding.ts";
import type { Rule } from "../rules/rule.ts";
import type { Palette } from "./palette.ts";

/** What of an audit is reported. */
export type Reported = Pick<
  Audit,
  | "repository"
  | "release"
  | "trains"
  | "rehearsals"
  | "edits"
  | "occurrences"
  | "notes"
  | "findings"
  | "summary"
>;

/** The severity from which on a finding fails the audit. */
export type FailOn = Severity | "never";

/** By what the text report groups its findings. */
export const groupings = ["rule", "directory"] as const;

export type Grouping = (typeof groupings)[number];

/** What a reporter has to know beyond the audit itself. */
export interface ReportOptions {
  /** The version of this tool. */
  readonly toolVersion: string;
  /** Every rule that there is, for formats that describe rules. */
  readonly rules: readonly Pick<Rule, "id" | "summary">[];
  readonly failOn: FailOn;
  /** How long the audit took; null leaves it out, so that the same input gives the same bytes. */
  readonly seconds: number | null;
  /** Every place of a family and every note instead of the first few. */
  readonly verbose: boolean;
  readonly palette: Palette;
  readonly groupBy: Grouping;
}
