import { AuditError } from "../audit-error.ts";
import { askGit, type GitAnswer, type GitInput, type GitQuestion } from "./git.ts";
import { environmentOf } from "./git-facts.ts";
import type { Repository } from "./repository.ts";

/** What a commit or the index holds below the audited root: git object ids by path relative to it, with `/`. */
export interface GitTree {
  readonly files: ReadonlyMap<string, string>;
  /** Symbolic links; the object is the text of their target. */
  readonly links: ReadonlyMap<string, string>;
}

/** What there is before the first commit. */
export const emptyTree: GitTree = { files: new Map(), links: new Map() };

/**
 * The tree of a commit, submodules left out.
 * @throws AuditError when the local copy of the repository does not hold it
 */
export function treeAt(repository: Repository, commit: string): GitTree {
  const answer = ask(repository, "ls-tree", ["-r", "-z", commit, "./"]);
  if (!answer.ok) throw unreadable(`the files of ${commit} cannot be listed: ${answer.reason}`);
  // `<mode> <type> <id>\t<path>`, see git-ls-tree(1), "OUTPUT FORMAT".
  return treeOf(answer.stdout, ([mode = "", , id = ""]) => ({ mode, id }));
}

/**
 * What is staged for the next commit, submodules left out.
 * @param index the absolute path of the index that a hook works with; null for the one of the repository
 * @throws AuditError when the index cannot be read or holds a merge conflict
 */
export function stagedTree(repository: Repository, index: string | null): GitTree {
  const answer = ask(repository, "ls-files", ["--stage", "-z"], index === null ? {} : { index });
  if (!answer.ok) throw unreadable(`the index cannot be read: ${answer.reason}`);
  // `<mode> <id> <stage>\t<path>`, see git-ls-files(1), "OUTPUT".
  return treeOf(answer.stdout, ([mode = "", id = "", stage], path) => {
    if (stage === "0") return { mode, id };
    const help = "Resolve the conflict and stage the file with `git add`.";
    throw new AuditError(`${path} is in a merge conflict`, { path, line: null, column: null, help });
  });
}

/**
 * The content of git objects by their ids, read in one go. An object that the local copy of the repository does not
 * hold, as in a partial clone, is left out; nothing is fetched.
 */
export function contentsOf(repository: Repository, ids: Iterable<string>): Map<string, Buffer> {
  const wanted = [...new Set(ids)];
  const contents = new Map<string, Buffer>();
  if (wanted.length === 0) return contents;
  const answer = ask(repository, "cat-file", ["--batch"], { input: `${wanted.join("\n")}\n` });
  if (!answer.ok) throw unreadable(`git objects cannot be read: ${answer.reason}`);
  const { stdout } = answer;
  let at = 0;
  while (at < stdout.length) {
    // `<id> <type> <size>\n<content>\n`, or `<id> missing\n`, see git-cat-file(1), "BATCH OUTPUT".
    const end = stdout.indexOf("\n", at);
    const [id = "", , size] = stdout.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (size === undefined) continue;
    contents.set(id, stdout.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}

type Fields = readonly string[];

function treeOf(
  output: Buffer,
  read: (fields: Fields, path: string) => { mode: string; id: string },
): GitTree {
  const files = new Map<string, string>();
  const links = new Map<string, string>();
  for (const entry of output.toString().split("\0")) {
    const tab = entry.indexOf("\t");
    if (tab === -1) continue;
    const path = entry.slice(tab + 1);
    const { mode, id } = read(entry.slice(0, tab).split(" "), path);
    // Submodules are commits, of mode 160000; sparse folders of a sparse index are trees.
    if (mode === "120000") links.set(path, id);
    else if (mode.startsWith("100")) files.set(path, id);
  }
  return { files, links };
}

function ask(
  repository: Repository,
  question: GitQuestion,
  args: readonly string[],
  more: GitInput = {},
): GitAnswer {
  if (repository.git === null) throw unreadable("this folder lies in no git repository");
  return askGit(repository.root, question, args, environmentOf(repository.git), more);
}

function unreadable(message: string): AuditError {
  const help = "Run the audit in a complete checkout, for example after `git fetch --unshallow`.";
  return new AuditError(message, { path: null, line: null, column: null, help });
}
