import type { Repository } from "../repository/repository.ts";
import type { Location } from "../repository/text/location.ts";

/** The start of a file, for a finding about the file as such; a binary file has no lines to show. */
export function fileStart(path: string, repository: Repository): Location {
  if (repository.read(path) !== null) return repository.locate(path, { start: 0, end: 0 });
  return { path, line: 1, column: 1, endLine: 1, endColumn: 1, lineText: "" };
}
