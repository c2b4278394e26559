import { type Explanation, explain } from "../explain.ts";
import type { Audit } from "../findings/audit.ts";
import { occurrenceRecord } from "../report/json.ts";
import { jsonText } from "../report/json-text.ts";
import { shownPath } from "../repository/files/path-inside.ts";
import { paletteFor } from "./colour.ts";
import { exitCodes } from "./exit-codes.ts";
import { explanationText } from "./explanation-text.ts";
import { textOrJson, usageError } from "./formats.ts";
import { makeAudit } from "./make-audit.ts";
import { printReport } from "./print-report.ts";
import type { Settings } from "./settings.ts";

/** `version-audit explain PLACE`: the evidence for every occurrence of a file, of a line, or at one column. */
export async function explainCommand(settings: Settings, text: string): Promise<number> {
  const { name, file } = textOrJson("explain", settings);
  const audit = await makeAudit(settings);
  const { path, line, column } = placeFrom(text, audit, settings.root);
  const explanations = explain(audit, path, line).filter(
    ({ location }) => column === null || (location.column <= column && column <= location.endColumn),
  );
  if (explanations.length === 0) {
    throw usageError(
      `no version string stands at ${text}`,
      `version-audit explain ${path}:${line} shows the line.`,
    );
  }
  const palette = paletteFor(settings.color, file === null ? process.stdout : null);
  const report =
    name === "json"
      ? jsonExplanations(audit, explanations)
      : explanations.map((explanation) => explanationText(explanation, palette)).join("\n");
  await printReport(report, file, settings.root);
  return exitCodes.passed;
}

interface Place {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** The name of a file may itself end in `:3`, so the longest reading that names a file is taken. */
function placeFrom(text: string, { repository }: Audit, root: string): Place {
  const readings = [/^(.+)()()$/s, /^(.+):(\d+)()$/s, /^(.+):(\d+):(\d+)$/s].flatMap((pattern): Place[] => {
    const [, path = "", line = "", column = ""] = pattern.exec(text) ?? [];
    if (path === "") return [];
    // A place is given from the root, or as an absolute path.
    return [{ path: shownPath(root, path), line: numberFrom(line), column: numberFrom(column) }];
  });
  const place = readings.find(({ path }) => repository.has(path)) ?? readings.at(-1);
  if (place === undefined)
    throw usageError("explain has to know a place", "Give path, path:line or path:line:column.");
  return place;
}

function numberFrom(digits: string): number | null {
  return digits === "" ? null : Number(digits);
}

function jsonExplanations({ repository }: Audit, explanations: readonly Explanation[]): string {
  const records = explanations.map(({ occurrence, questions, reach }) => ({
    ...occurrenceRecord(repository, occurrence),
    evidence: questions,
    reach,
  }));
  return jsonText(records);
}
