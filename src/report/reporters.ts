import { github } from "./github.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import type { Reported, ReportOptions } from "./report-options.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

/** One form in which an audit is printed. */
export interface Reporter {
  /** The name for `--format`. */
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  /** Pure: the same audit and options give the same text, which ends in a line break. */
  report(audit: Reported, options: ReportOptions): string;
}

/** What is printed when no format is asked for. */
export const textReporter: Reporter = {
  name: "text",
  summary: "annotated source lines for people",
  report: text,
};

export const reporters: readonly Reporter[] = [
  textReporter,
  { name: "json", summary: "the whole audit; schema/audit.json describes it", report: json },
  { name: "github", summary: "annotations in GitHub Actions", report: github },
  { name: "sarif", summary: "SARIF 2.1.0 for code scanning", report: sarif },
  { name: "markdown", summary: "a job summary", report: markdown },
  { name: "junit", summary: "JUnit XML for build servers", report: junit },
];
