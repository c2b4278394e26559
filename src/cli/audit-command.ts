import type { Audit } from "../findings/audit.ts";
import type { FormatName } from "../report/format-names.ts";
import { annotations } from "../report/github.ts";
import { type Palette, plain } from "../report/palette.ts";
import { reporters } from "../report/reporters.ts";
import { visible } from "../report/visible-text.ts";
import { rules } from "../rules/rules.ts";
import { paletteFor } from "./colour.ts";
import { auditFormats } from "./formats.ts";
import { exitCodeOf } from "./gate.ts";
import { makeAudit } from "./make-audit.ts";
import { printReport } from "./print-report.ts";
import type { Settings } from "./settings.ts";
import { writeError } from "./streams.ts";
import { toolVersion } from "./tool-version.ts";
import { addSummary, withoutCommands, workflowOf } from "./workflow.ts";

/**
 * `version-audit [root]`: makes the audit, prints it in every format, and gives the exit code of the gate. In GitHub
 * Actions without a format the annotations and the summary of the job come with the text.
 */
export async function auditCommand(settings: Settings): Promise<number> {
  const workflow = workflowOf(settings);
  const formats = auditFormats(settings);
  const { failOn, verbose, quiet, color, groupBy } = settings;
  const started = performance.now();
  const audit = await makeAudit(settings);
  const seconds = (performance.now() - started) / 1000;
  const report = (name: FormatName, palette: Palette): string =>
    reporters[name](audit, {
      toolVersion: toolVersion(),
      ...{ rules, failOn, verbose, seconds, palette, groupBy },
    });
  for (const { name, file } of formats) {
    const palette = paletteFor(color, file === null ? process.stdout : null, settings.root);
    const text = report(name, palette);
    await printReport(workflow === null ? text : withoutCommands(text), file, settings.root);
  }
  if (workflow !== null) {
    await printReport(annotations(audit), null, settings.root);
    if (workflow.summaryFile !== null) addSummary(workflow.summaryFile, report("markdown", plain));
  }
  const isTold = formats.some(({ name, file }) => name === "text" && file === null);
  if (!quiet && !isTold) await writeError(notesOf(audit));
  return exitCodeOf(audit, failOn);
}

/** What the audit could not do, for those who read no text report. */
function notesOf({ notes }: Audit): string {
  return notes
    .map(({ path, message }) => `note: ${visible(path === null ? message : `${path}: ${message}`)}\n`)
    .join("");
}
