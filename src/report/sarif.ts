import type { Log, ReportingDescriptor, Result, Run, Location as SarifLocation } from "sarif";
import type { Finding } from "../findings/finding.ts";
import { counted } from "../repository/text/counted.ts";
import type { Location } from "../repository/text/location.ts";
import { fingerprints } from "./fingerprint.ts";
import { jsonText } from "./json-text.ts";
import type { Reported, ReportOptions } from "./report-options.ts";
import { repositoryPath } from "./repository-path.ts";
import { ruleUrl } from "./rule-url.ts";

const sourceRoot = "%SRCROOT%";

/**
 * What GitHub takes of one run, and of one result; it refuses a file with more results, and drops further places without a word.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const mostResults = 25_000;
const mostRelated = 10;

/** SARIF 2.1.0, as code scanning services take it. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif(audit: Reported, options: ReportOptions): string {
  const { findings } = audit;
  const names = fingerprints(findings);
  const rules = ruleDescriptors(findings, options.rules);
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "version-audit", semanticVersion: options.toolVersion, rules },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [sourceRoot]: { description: { text: "The top folder of the repository." } } },
        ...remainder(findings.length - mostResults),
        // Findings are sorted by severity, so the most severe ones are kept.
        results: findings.slice(0, mostResults).map((finding, index) => ({
          ...resultOf(audit, finding),
          ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
          partialFingerprints: { "versionAudit/v1": names[index] ?? "" },
        })),
      },
    ],
  } satisfies Log;
  return jsonText(log);
}

/** Says that results are missing, as the tool's own remark about its run. */
function remainder(missing: number): Pick<Run, "invocations"> {
  if (missing <= 0) return {};
  const text = `${counted(missing, "finding")} are left out, the least severe ones, because a run holds at most ${mostResults} results; the other formats of version-audit list all of them`;
  const notification = { level: "warning", message: { text } } as const;
  return { invocations: [{ executionSuccessful: true, toolExecutionNotifications: [notification] }] };
}

/** The rules that there are, and those of findings that are none of them. */
function ruleDescriptors(findings: readonly Finding[], rules: ReportOptions["rules"]): ReportingDescriptor[] {
  const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
  for (const { rule } of findings) if (!summaries.has(rule)) summaries.set(rule, rule);
  return [...summaries].map(([id, summary]) => ({
    id,
    shortDescription: { text: summary },
    help: {
      text: `${summary}. See ${ruleUrl(id)}`,
      markdown: `${summary}. [More about ${id}](${ruleUrl(id)}).`,
    },
    helpUri: ruleUrl(id),
  }));
}

function resultOf(audit: Reported, finding: Finding): Result {
  const { rule, severity, message, why, help, location, label, related } = finding;
  const further = related.length - mostRelated;
  const text = [
    message,
    ...(why === null ? [] : [`Why: ${why}`]),
    `Help: ${help}`,
    ...(further > 0 ? [`Not shown: ${counted(further, "more related place")}`] : []),
  ].join("\n");
  return {
    ruleId: rule,
    level: severity,
    message: { text },
    locations: [{ ...placeOf(audit, location), message: { text: label } }],
    relatedLocations: related.slice(0, mostRelated).map((place, id) => ({
      id,
      ...placeOf(audit, place),
      message: { text: place.message },
    })),
  };
}

function placeOf({ repository }: Reported, location: Location): SarifLocation {
  const { path, line, column, endLine, endColumn } = location;
  const uri = repositoryPath(repository, path).split("/").map(encodeURIComponent).join("/");
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: sourceRoot },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}
