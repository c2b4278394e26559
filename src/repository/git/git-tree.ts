import { AuditError } from "../../audit-error.ts";
import type { Repository } from "../repository.ts";
import { askGit, type GitAnswer, type GitInput, type GitQuestion } from "./git.ts";

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
  const answer = askAbout(repository, "ls-tree", ["-r", "-z", commit, "./"]);
  if (!answer.ok) throw unreadable(`the files of ${commit} cannot be listed: ${answer.reason}`);
  return treeOf(entriesOf(answer.stdout.toString()));
}

/** `<mode> <type> <id>\t<path>\0`, see git-ls-tree(1), "OUTPUT FORMAT". */
function* entriesOf(output: string): Generator<TreeEntry> {
  for (const entry of output.split("\0")) {
    const tab = entry.indexOf("\t");
    const [mode = "", , id = ""] = entry.slice(0, tab).split(" ");
    if (tab !== -1) yield { path: entry.slice(tab + 1), mode, id };
  }
}

/**
 * The content of git objects by their ids, read in one go. An object that the local copy of the repository does not
 * hold, as in a partial clone, is left out; nothing is fetched.
 * @throws AuditError when git gives no answer
 */
export function contentsOf(repository: Repository, ids: Iterable<string>): Map<string, Buffer> {
  const wanted = [...new Set(ids)];
  const contents = new Map<string, Buffer>();
  if (wanted.length === 0) return contents;
  const answer = askAbout(repository, "cat-file", ["--batch"], { input: `${wanted.join("\n")}\n` });
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

/** What stands in a tree under one path, such as a file, a link or a submodule, with its mode in octal digits. */
export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
}

/** Sorts entries into files and links; submodules, of mode 160000, and sparse folders of an index are neither. */
export function treeOf(entries: Iterable<TreeEntry>): GitTree {
  const files = new Map<string, string>();
  const links = new Map<string, string>();
  for (const { path, mode, id } of entries) {
    if (mode === "120000") links.set(path, id);
    else if (mode.startsWith("100")) files.set(path, id);
  }
  return { files, links };
}

/** Asks git about the folder of a repository, see `askGit`. Throws an AuditError when it lies in no git repository. */
export function askAbout(
  repository: Repository,
  question: GitQuestion,
  args: readonly string[],
  more: GitInput = {},
): GitAnswer {
  if (repository.git === null) throw unreadable("this folder lies in no git repository");
  return askGit(repository.root, question, args, { ...more, environment: repository.git.environment });
}

/** A local copy that lacks what is needed. */
export function unreadable(message: string): AuditError {
  const help = "Run the audit in a complete checkout, for example after `git fetch --unshallow`.";
  return new AuditError(message, { path: null, help });
}
