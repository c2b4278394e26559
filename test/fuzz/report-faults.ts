import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { Log } from "sarif";
import { severities } from "../../src/findings/finding.ts";
import type { Reported, ReportOptions } from "../../src/report/report-options.ts";
import { reporters } from "../../src/report/reporters.ts";
import { xmlFault } from "./well-formed-xml.ts";

const schema = JSON.parse(readFileSync(new URL("../../schema/audit.json", import.meta.url), "utf8"));
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

/** What is wrong with the reports of an audit in all formats. */
export function reportFaults(audit: Reported, options: ReportOptions): string[] {
  const xml = xmlFault(reporters.junit(audit, options));
  return [
    ...jsonFaults(reporters.json(audit, options)),
    ...sarifFaults(reporters.sarif(audit, options), audit),
    ...(xml === null ? [] : [`the XML has ${xml}`]),
    ...annotationFaults(reporters.github(audit, options), audit),
    ...textFaults("text", reporters.text(audit, options)),
    ...textFaults("markdown", reporters.markdown(audit, options)),
    ...textFaults("comment", reporters.comment(audit, options)),
  ];
}

function jsonFaults(report: string): string[] {
  if (validate(JSON.parse(report))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `the JSON is not that of the schema: ${instancePath} ${message}`,
  );
}

function sarifFaults(report: string, { findings }: Reported): string[] {
  const log: Log = JSON.parse(report);
  const [run] = log.runs;
  const results = run?.results ?? [];
  const rules = run?.tool.driver.rules ?? [];
  const faults: string[] = [];
  if (log.version !== "2.1.0" || results.length !== findings.length)
    faults.push("SARIF with other results than there are findings");
  for (const {
    ruleId,
    ruleIndex,
    level,
    message,
    locations,
    relatedLocations,
    partialFingerprints,
  } of results) {
    const name = `the SARIF result of ${ruleId}`;
    if (rules[ruleIndex ?? -1]?.id !== ruleId) faults.push(`${name} names another rule`);
    if (!severities.some((severity) => severity === level)) faults.push(`${name} has the level ${level}`);
    if (!message.text) faults.push(`${name} says nothing`);
    if (!/^[0-9a-f]{32}$/.test(partialFingerprints?.["versionAudit/v1"] ?? ""))
      faults.push(`${name} has no fingerprint`);
    for (const { physicalLocation } of [...(locations ?? []), ...(relatedLocations ?? [])]) {
      const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = physicalLocation?.region ?? {};
      const isPlace =
        startLine >= 1 &&
        startColumn >= 1 &&
        (endLine > startLine || (endLine === startLine && endColumn >= startColumn));
      // What a URI may hold: https://www.rfc-editor.org/rfc/rfc3986#section-2
      const isUri = /^[\w.~!$&'()*+,;=:@/%-]+$/.test(physicalLocation?.artifactLocation?.uri ?? "");
      if (!isPlace || !isUri) faults.push(`${name} has no place: ${JSON.stringify(physicalLocation)}`);
    }
  }
  return faults;
}

const annotation =
  /^::(?:error|warning|notice) title=[\w%-]+(?:,file=[^:,]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?)?::[^\r\n]*$/;

/**
 * The runner takes a line for a command that starts with two colons after blanks, and else one that has `##[` anywhere:
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function annotationFaults(report: string, { findings }: Reported): string[] {
  const lines = report.split(/\r\n|\r|\n/);
  const commands = lines.filter((line) => line.trimStart().startsWith("::"));
  const foreign = [
    ...commands.filter((line) => !annotation.test(line)),
    ...lines.filter((line) => !commands.includes(line) && line.includes("##[")),
  ];
  const most = severities.reduce(
    (sum, level) => sum + Math.min(10, findings.filter(({ severity }) => severity === level).length),
    0,
  );
  const faults = foreign.map((line) => `an annotation is not ours: ${line}`);
  return commands.length === most ? faults : [...faults, `${commands.length} annotations instead of ${most}`];
}

/** Nothing of a repository may move the cursor, change colours or turn the direction of a text around. */
function textFaults(format: string, report: string): string[] {
  const character = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/.exec(report);
  if (character === null) return [];
  const around = JSON.stringify(report.slice(Math.max(0, character.index - 40), character.index + 20));
  return [`the ${format} report has a control character in ${around}`];
}
