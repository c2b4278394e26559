import type { Finding } from "../findings/finding.ts";
import { fails } from "./fails.ts";
import type { FailOn, Reported, ReportOptions } from "./report-options.ts";
import { ruleUrl } from "./rule-url.ts";

/**
 * JUnit XML as build servers read it: one suite per rule, one case per finding. A finding fails its case when it fails
 * the audit; others are cases that pass and say so. A rule without findings is one case that passes.
 * The format is the one at https://github.com/testmoapp/junitxml.
 */
export function junit(audit: Reported, options: ReportOptions): string {
  const { findings } = audit;
  const rules = new Set([...options.rules.map(({ id }) => id), ...findings.map(({ rule }) => rule)]);
  const suites = [...rules].sort().map((rule) => {
    const cases = findings.filter((finding) => finding.rule === rule);
    return suite(rule, cases, options.failOn);
  });
  const failures = findings.filter((finding) => fails(finding, options.failOn)).length;
  const tests = suites.reduce((sum, { tests }) => sum + tests, 0);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="version-audit" tests="${tests}" failures="${failures}">`,
    ...suites.flatMap(({ lines }) => lines),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function suite(
  rule: string,
  findings: readonly Finding[],
  failOn: FailOn,
): { tests: number; lines: string[] } {
  const failures = findings.filter((finding) => fails(finding, failOn)).length;
  const tests = Math.max(1, findings.length);
  const cases =
    findings.length === 0
      ? [`    <testcase classname="${xml(rule)}" name="nothing found"/>`]
      : findings.flatMap((finding) => testCase(finding, fails(finding, failOn)));
  return {
    tests,
    lines: [
      `  <testsuite name="${xml(rule)}" tests="${tests}" failures="${failures}">`,
      ...cases,
      "  </testsuite>",
    ],
  };
}

function testCase(finding: Finding, failed: boolean): string[] {
  const { rule, severity, message, location, label, why, help } = finding;
  const place = `${location.path}:${location.line}:${location.column}`;
  const details = [`${severity}: ${message}`, place, label, why, `help: ${help}`, ruleUrl(rule)];
  const text = xml(details.filter((detail) => detail !== null).join("\n"));
  const attributes = `classname="${xml(rule)}" name="${xml(place)}" file="${xml(location.path)}" line="${location.line}"`;
  const body = failed
    ? `<failure type="${severity}" message="${xml(message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return [`    <testcase ${attributes}>`, `      ${body}`, "    </testcase>"];
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** XML 1.0 has no way to write most control characters, nor halves of surrogate pairs: https://www.w3.org/TR/xml/#charsets. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD")
    .replace(/[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD")
    .replace(/[&<>"\n\t]/g, (character) => entities[character] ?? character)
    .replaceAll("##[", "##&#91;");
}
