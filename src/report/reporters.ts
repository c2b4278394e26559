import { comment } from "./comment.ts";
import type { FormatName } from "./format-names.ts";
import { github } from "./github.ts";
import { html } from "./html/html.ts";
import { pageAssets } from "./html/page-assets.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import type { Reported, ReportOptions } from "./report-options.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

/** One form in which an audit is printed. Pure: the same audit and options give the same text, line break at its end. */
export type Reporter = (audit: Reported, options: ReportOptions) => string;

/** The reporter of every format; a format without one does not compile. */
export const reporters: Readonly<Record<FormatName, Reporter>> = {
  text,
  json,
  github,
  sarif,
  markdown,
  comment,
  junit,
  html: (audit, options) => html(audit, options, pageAssets()),
};
