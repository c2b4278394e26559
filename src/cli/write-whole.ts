import { realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathInside, shownPath } from "../repository/files/path-inside.ts";
import { systemReason } from "../repository/files/system-reason.ts";
import { usageError } from "./formats.ts";
import { realPlace } from "./real-place.ts";

/** A folder that takes no new file, or a file that is mounted by itself, can still be written in place. */
const inPlaceOnly = new Set(["EACCES", "EPERM", "EBUSY"]);

/**
 * Writes a file whole or, when the disk is full, not at all: what it held before is kept until all of it is written.
 * Devices and pipes are written to as they are.
 * @param what the file, as an error names it, for example `the report`
 * @param root the audited folder
 * @throws AuditError when the file cannot be written, and when a link leads it out of the folder in which it is named
 */
export function writeWhole(file: string, text: string, what: string, root: string): void {
  if (leavesThroughLink(file, root) || leavesThroughLink(file, "."))
    throw usageError(
      `${what} is not written: a link leads from ${shownPath(resolve(root), file)} out of the repository`,
      "Name another file, or the place itself to which the link leads.",
    );
  try {
    const before = statSync(file, { throwIfNoEntry: false });
    if (before !== undefined && !before.isFile()) writeFileSync(file, text);
    else replace(before === undefined ? file : realpathSync(file), text, before);
  } catch (error) {
    throw usageError(
      `${what} cannot be written: ${systemReason(error)}`,
      "Name a file in a folder that exists.",
    );
  }
}

/** Whoever commits a link decides where it leads; whoever names a file decides where that is. */
function leavesThroughLink(file: string, folder: string): boolean {
  if (pathInside(resolve(folder), resolve(file)) === null) return false;
  return pathInside(realPlace(resolve(folder)), realPlace(resolve(file))) === null;
}

function replace(file: string, text: string, before: Stats | undefined): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text, { flag: "wx", ...(before && { mode: before.mode }) });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    if (before === undefined || !inPlaceOnly.has(codeOf(error))) throw error;
    writeFileSync(file, text);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
