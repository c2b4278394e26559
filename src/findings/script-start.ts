import type { Location } from "../repository/text/location.ts";
import type { AuditSoFar } from "./audit.ts";
import { fileStart } from "./file-start.ts";

/** The start of a release script; of a command line, which is no file, the start of the configuration that names it. */
export function scriptStart(entry: string, { repository, config }: AuditSoFar): Location {
  const path = [entry, config.file].find((each) => each !== null && repository.has(each));
  if (path !== undefined && path !== null) return fileStart(path, repository);
  return { path: entry, line: 1, column: 1, endLine: 1, endColumn: 1, lineText: "" };
}
