import { AuditError } from "../../../audit-error.ts";
import { fileStart } from "../../../findings/file-start.ts";
import { schemaExtensions } from "../../../inventory/ecosystems/schema-folder.ts";
import { blobIdOf, fileAt } from "../../../repository/git/git-objects.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Location } from "../../../repository/text/location.ts";

/** How a file differs from what a tag contains. */
export interface FileChange {
  /** True when only blank lines and lines that are a remark differ. */
  readonly isRemark: boolean;
  /** The first line that differs. */
  readonly location: Location;
}

/**
 * Compares a file with what a tag contains; null when they are the same, line ends aside, which git may have converted
 * on checkout. A file that cannot be read is among the notes of the repository and has no change.
 * @param id the git object id of the file at the tag
 */
export function changeSince(
  tag: string,
  path: string,
  id: string,
  repository: Repository,
): FileChange | null {
  const bytes = bytesOf(path, repository);
  if (bytes === null || blobIdOf(repository, bytes) === id) return null;
  const [before, now] = [fileAt(repository, tag, path), repository.read(path)];
  if (before === null || now === null) return { isRemark: false, location: fileStart(path, repository) };
  const [old, current] = [linesOf(before), linesOf(now)];
  const first = current.findIndex((line, index) => line !== old[index]);
  if (first === -1 && old.length === current.length) return null;
  const line = first === -1 ? current.length : first + 1;
  const start = repository.lines(path).start(line);
  return {
    isRemark: isSchema(path) && meaning(old) === meaning(current),
    location: repository.locate(path, { start, end: start + (current[line - 1] ?? "").length }),
  };
}

function bytesOf(path: string, repository: Repository): Uint8Array | null {
  try {
    return repository.bytes(path);
  } catch (error) {
    if (error instanceof AuditError) return null;
    throw error;
  }
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}

function isSchema(path: string): boolean {
  return schemaExtensions.has(path.slice(path.lastIndexOf(".") + 1));
}

/** A schema without its blank lines and without the lines that are only a remark. */
function meaning(lines: readonly string[]): string {
  const telling = lines.map((line) => line.trim());
  return telling.filter((line) => line !== "" && !/^(?:#|\/\/)/.test(line)).join("\n");
}
