import { createHash } from "node:crypto";
import { decodeText } from "../files/decode.ts";
import type { Repository } from "../repository.ts";
import { askGit, type GitAnswer, type GitQuestion } from "./git.ts";

/**
 * The text of a file as a revision holds it, without filters and text conversion.
 * @param revision anything that names a commit or tree; `""` is the index
 * @param path relative to the audited root, with `/`
 * @returns null when there is no such revision or file, when the file is binary, and when the local copy of the
 * repository does not hold its content, which a partial clone need not: nothing is fetched. `blobIdsAt` tells apart
 * whether the revision has the file.
 */
export function fileAt(repository: Repository, revision: string, path: string): string | null {
  const answer = ask(repository, revision, "cat-file", ["blob", `${revision}:./${path}`]);
  return answer?.ok ? (decodeText(answer.stdout)?.text ?? null) : null;
}

/**
 * The git object ids of all files that a revision holds below a folder, submodules left out.
 * @param revision anything that names a commit or tree
 * @param folder relative to the audited root, with `/` and without a trailing one; a file is a folder of one; `""` is
 * the root itself
 * @returns by path relative to the audited root, in git's order; empty when there is no such revision or folder
 */
export function blobIdsAt(repository: Repository, revision: string, folder: string): Map<string, string> {
  const answer = ask(repository, revision, "ls-tree", ["-r", "-z", revision, `./${folder}`]);
  const ids = new Map<string, string>();
  if (!answer?.ok) return ids;
  for (const entry of answer.stdout.toString().split("\0")) {
    // `<mode> <type> <id>\t<path>`, see git-ls-tree(1), "OUTPUT FORMAT".
    const tab = entry.indexOf("\t");
    const [, type, id] = entry.slice(0, tab).split(" ");
    if (type === "blob" && id !== undefined) ids.set(entry.slice(tab + 1), id);
  }
  return ids;
}

/**
 * The id that git would give these bytes as a file, in the object format of the repository: SHA-1 or SHA-256.
 * They are hashed as they are, so a file whose line ends git converts on checkout has another id than its blob.
 */
export function blobIdOf(repository: Pick<Repository, "git">, bytes: Uint8Array): string {
  const algorithm = repository.git?.head?.length === 64 ? "sha256" : "sha1";
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** No revision starts with a hyphen, so that one which does can only be meant as an option. */
function ask(
  repository: Repository,
  revision: string,
  question: GitQuestion,
  args: readonly string[],
): GitAnswer | null {
  if (repository.git === null || revision.startsWith("-")) return null;
  return askGit(repository.root, question, args, repository.git);
}
