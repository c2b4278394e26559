import type { Repository } from "../repository/repository.ts";
import type { Location } from "../repository/text/location.ts";
import { fileStart } from "./file-start.ts";

/** The start of a release script; a command line, which is no file of the repository, has no text to show. */
export function scriptStart(entry: string, repository: Repository): Location {
  if (repository.has(entry)) return fileStart(entry, repository);
  return { path: entry, line: 1, column: 1, endLine: 1, endColumn: 1, lineText: "" };
}
