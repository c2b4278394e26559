import { writeFileSync } from "node:fs";
import { usageError } from "./formats.ts";
import { writeOutput } from "./streams.ts";

/** Prints a report to standard output or, whole, to a file. Throws an AuditError when the file cannot be written. */
export async function printReport(report: string, file: string | null): Promise<void> {
  if (file === null) return writeOutput(report);
  try {
    writeFileSync(file, report);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw usageError(`the report cannot be written: ${reason}`, "Name a file in a folder that exists.");
  }
}
