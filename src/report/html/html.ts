import { createHash } from "node:crypto";
import type { Reported, ReportOptions } from "../report-options.ts";
import type { PageAssets } from "./page-assets.ts";
import { pageFacts } from "./page-facts.ts";

/**
 * A page to look at: one file that needs nothing else. Whatever it shows of the repository is embedded as JSON, which the
 * page's own script turns into text nodes; a policy lets no other script run, and nothing be loaded or sent.
 */
export function html(audit: Reported, options: ReportOptions, { script, style }: PageAssets): string {
  const facts = pageFacts(audit, options);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>version-audit</title>
<style>${style}</style>
</head>
<body>
<noscript><p>This page shows the audit with a script, which this browser does not run. The format text needs none.</p></noscript>
<script type="application/json" id="audit">${embedded(facts)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** The source expression of an inline element: https://www.w3.org/TR/CSP3/#match-element-to-source-list */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** JSON in which no element can begin or end: https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements */
function embedded(data: object): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
