import { AuditError } from "../../audit-error.ts";
import { changedRepository } from "../../release/probes/changed-repository.ts";
import type { StagedTree } from "../../repository/git/git-index.ts";
import { blobIdOf } from "../../repository/git/git-objects.ts";
import { contentsOf, type GitTree } from "../../repository/git/git-tree.ts";
import type { Repository } from "../../repository/repository.ts";

/** Tells whether a file on disk holds what a git object holds. */
export type IsSame = (path: string, id: string) => boolean;

/**
 * Compares the discovered files with git objects, each file at most once. Git is not asked, since it would start the
 * filters that the repository names; line ends that git converts on checkout make no difference.
 * @param index spares the reading of files that nothing has touched since they were staged
 */
export function comparison(repository: Repository, index?: StagedTree): IsSame {
  const ids = new Map<string, readonly string[]>();
  return (path, id) => {
    if (index?.files.get(path) === id && index.isUntouched(path)) return true;
    let own = ids.get(path);
    if (own === undefined) {
      own = idsOf(repository, repository.bytes(path));
      ids.set(path, own);
    }
    return own.includes(id);
  };
}

function idsOf(repository: Repository, bytes: Uint8Array): string[] {
  const own = blobIdOf(repository, bytes);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!text.includes("\r\n")) return [own];
  return [own, blobIdOf(repository, Buffer.from(text.replaceAll("\r\n", "\n"), "latin1"))];
}

/** What a partial clone lacks first, and what no version is read from. */
const isBinaryByName =
  /\.(?:png|jpe?g|gif|webp|avif|ico|icns|psd|pdf|woff2?|ttf|otf|eot|mp[34]|mov|webm|wav|zip|t?gz|xz|bz2|7z|jar|wasm|node|so|dylib|dll|exe|bin|db|sqlite)$/i;

/**
 * The audited folder as a commit or the index has it: nothing is checked out, and what is the same on disk is read
 * there. Its git facts are those of the folder.
 * @throws AuditError when the content of a file that may be text is missing from the local copy of the repository
 */
export function viewOfTree(tree: GitTree, repository: Repository, isSame: IsSame): Repository {
  const others = new Map([...tree.files].filter(([path, id]) => !repository.has(path) || !isSame(path, id)));
  const links = [...tree.links].filter(([path]) => !repository.links.has(path));
  const contents = contentsOf(
    repository,
    [...others, ...links].map(([, id]) => id),
  );
  const contentOf = (path: string, id: string): Buffer => {
    const content = contents.get(id) ?? (isBinaryByName.test(path) ? Buffer.of(0) : undefined);
    if (content !== undefined) return content;
    const help =
      "Fetch it with `git fetch --refetch`; a GIT_INDEX_FILE must belong to the audited repository.";
    const message = `the local copy of the repository does not hold the content of ${path}`;
    throw new AuditError(message, { path, help });
  };
  const changes = new Map<string, string | Uint8Array | null>();
  for (const path of repository.paths) if (!tree.files.has(path)) changes.set(path, null);
  for (const [path, id] of others) {
    changes.set(path, contentOf(path, id));
  }
  const targets = new Map([...repository.links].filter(([path]) => tree.links.has(path)));
  for (const [path, id] of links) targets.set(path, contentOf(path, id).toString());
  return { ...changedRepository(repository, changes), links: targets };
}
