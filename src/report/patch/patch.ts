import { blobIdOf } from "../../repository/git/git-objects.ts";
import type { Repository } from "../../repository/repository.ts";
import { repositoryPath } from "../repository-path.ts";
import { binaryPatch } from "./binary-patch.ts";
import type { Content, FileChange } from "./file-change.ts";
import { type Hunk, hunksOf } from "./hunks.ts";
import { quotedPath } from "./quoted-path.ts";

/** The mode of a regular file that is not executable; a rehearsal knows no other. */
const regularFile = "100644";

/**
 * A patch that `git apply` takes and that gives exactly the files after the release. It is text that has to be
 * written as UTF-8. The paths are those of the whole git repository.
 */
export function patch(changes: readonly FileChange[], repository: Place): string {
  return changes.map((change) => `${filePatch(change, repository).join("\n")}\n`).join("");
}

/** Where the files lie: what decides their paths and the format of their ids. */
type Place = Pick<Repository, "git" | "root">;

function filePatch({ path: own, before, after }: FileChange, repository: Place): string[] {
  const path = repositoryPath(repository, own);
  const header = [
    `diff --git ${quotedPath(`a/${path}`)} ${quotedPath(`b/${path}`)}`,
    ...(before === null ? [`new file mode ${regularFile}`] : []),
    ...(after === null ? [`deleted file mode ${regularFile}`] : []),
  ];
  if (!isText(before) || !isText(after)) {
    const [old, now] = [bytesOf(before), bytesOf(after)];
    const mode = before !== null && after !== null ? ` ${regularFile}` : "";
    const [oldId, newId] = [blobIdOf(repository, old), blobIdOf(repository, now)];
    const index = `index ${before === null ? noId(oldId) : oldId}..${after === null ? noId(newId) : newId}${mode}`;
    return [...header, index, ...binaryPatch(old, now)];
  }
  const hunks = hunksOf(before ?? "", after ?? "");
  if (hunks.length === 0) return header;
  return [
    ...header,
    `--- ${before === null ? "/dev/null" : named(`a/${path}`)}`,
    `+++ ${after === null ? "/dev/null" : named(`b/${path}`)}`,
    ...hunks.flatMap((hunk) => [hunkHeader(hunk), ...hunk.lines]),
  ];
}

/** Zeros stand for no file. `git apply` asks for whole ids in binary patches. */
function noId(id: string): string {
  return "0".repeat(id.length);
}

/** Git ends a name with a blank in it by a tab, so that a reader knows where the name stops. */
function named(path: string): string {
  return path.includes(" ") ? `${quotedPath(path)}\t` : quotedPath(path);
}

function hunkHeader({ oldStart, oldLines, newStart, newLines }: Hunk): string {
  return `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`;
}

/** Text with a NUL in it is binary to git. */
export function isText(content: Content): content is string | null {
  return content === null || (typeof content === "string" && !content.includes("\0"));
}

/** The content as it stands on disk; none for a file that is not there. */
export function bytesOf(content: Content): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : (content ?? new Uint8Array());
}
