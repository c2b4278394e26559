import { writeOutput } from "./streams.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * Prints a report to standard output or, whole, to a file. Throws an AuditError when the file cannot be written.
 * @param root the audited folder, out of which no link may lead the report
 */
export async function printReport(report: string, file: string | null, root: string): Promise<void> {
  if (file === null) return writeOutput(report);
  writeWhole(file, report, "the report", root);
}
