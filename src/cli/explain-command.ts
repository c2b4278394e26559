import { resolve } from "node:path";
import { type Explanation, explain } from "../explain.ts";
import type { Audit } from "../findings/audit.ts";
import { occurrenceRecord } from "../report/json.ts";
import { jsonText } from "../report/json-text.ts";
import { shownPath } from "../repository/files/path-inside.ts";
import { paletteFor } from "./colour.ts";
import { exitCodes } from "./exit-codes.ts";
import { findPlace } from "./explained-place.ts";
import { explanationText } from "./explanation-text.ts";
import { textOrJson, usageError } from "./formats.ts";
import { makeAudit } from "./make-audit.ts";
import { printReport } from "./print-report.ts";
import { realPlace } from "./real-place.ts";
import type { Settings } from "./settings.ts";

/**
 * `version-audit explain PLACE`: the evidence for every occurrence of a file, of a line, or at one column.
 * @param folder the repository as it was named; null to find it by the place
 */
export async function explainCommand(
  settings: Settings,
  text: string,
  folder: string | null,
): Promise<number> {
  const { name, file } = textOrJson("explain", settings);
  const { file: place, root, line, column } = findPlace(text, folder === null ? null : resolve(folder));
  const audit = await makeAudit({ ...settings, root, folder: folder ?? root });
  const path = shownPath(audit.repository.root, realPlace(place));
  const explanations = explain(audit, path, line).filter(
    ({ location }) => column === null || (location.column <= column && column <= location.endColumn),
  );
  if (explanations.length === 0) {
    throw usageError(
      `no version string stands at ${text}`,
      `version-audit explain ${path}:${line} shows the line.`,
    );
  }
  const palette = paletteFor(settings.color, file === null ? process.stdout : null, root);
  const report =
    name === "json"
      ? jsonExplanations(audit, explanations)
      : explanations.map((explanation) => explanationText(explanation, palette)).join("\n");
  await printReport(report, file, root);
  return exitCodes.passed;
}

function jsonExplanations({ repository }: Audit, explanations: readonly Explanation[]): string {
  const records = explanations.map(({ occurrence, questions, reach, unreported }) => ({
    ...occurrenceRecord(repository, occurrence),
    reason: occurrence.reason,
    evidence: questions,
    reach,
    unreported,
  }));
  return jsonText(records);
}
