import { type BigIntStats, lstatSync } from "node:fs";
import { join, resolve } from "node:path";
import { AuditError } from "../../audit-error.ts";
import type { Repository } from "../repository.ts";
import { askAbout, type GitTree, type TreeEntry, treeOf, unreadable } from "./git-tree.ts";

/** What is staged for the next commit, and which files on disk hold just that. */
export interface StagedTree extends GitTree {
  /** True when nothing has touched a file since git put it into the index; false when that cannot be told. */
  isUntouched(path: string): boolean;
}

/**
 * What is staged for the next commit, submodules left out.
 * @param index the absolute path of the index that a hook works with; null for the one of the repository
 * @throws AuditError when the index cannot be read or holds a merge conflict
 */
export function stagedTree(repository: Repository, index: string | null): StagedTree {
  const args = ["--stage", "--debug", "-z"];
  const answer = askAbout(repository, "ls-files", args, index === null ? {} : { index });
  if (!answer.ok) throw unreadable(`the index cannot be read: ${answer.reason}`);
  const stats = new Map<string, FileStat>();
  const tree = treeOf(entriesOf(answer.stdout.toString(), stats));
  // Before anything has been staged there is no index.
  const written = lstatSync(index ?? indexFileOf(repository), { bigint: true, throwIfNoEntry: false });
  return {
    ...tree,
    isUntouched(path) {
      const known = stats.get(path);
      if (known === undefined || written === undefined) return false;
      const stat = lstatSync(join(repository.root, path), { bigint: true, throwIfNoEntry: false });
      // What was written while the index was may have been written again without a trace, see
      // https://git-scm.com/docs/racy-git.
      return stat !== undefined && stat.mtimeNs < written.mtimeNs && isSameStat(known, statOf(stat));
    },
  };
}

/** What tells git whether a file has been touched: times in seconds and nanoseconds, inode and size. */
interface FileStat {
  readonly ctime: string;
  readonly mtime: string;
  readonly ino: string;
  readonly size: string;
}

/** What `--debug` adds to an entry; git says that it may change, so what cannot be read of it is not needed. */
const debugged =
  /^ {2}ctime: (?<ctime>\d+:\d+)\n {2}mtime: (?<mtime>\d+:\d+)\n {2}dev: \d+\tino: (?<ino>\d+)\n {2}uid: \d+\tgid: \d+\n {2}size: (?<size>\d+)\t/;

/** `<mode> <id> <stage>\t<path>\0`, then lines that begin with two blanks, see git-ls-files(1), "OUTPUT". */
function* entriesOf(output: string, stats: Map<string, FileStat>): Generator<TreeEntry> {
  let path = "";
  for (const piece of output.split("\0")) {
    const debug = /^(?: {2}[^\n]*\n)*/.exec(piece)?.[0] ?? "";
    const { ctime, mtime, ino, size } = debugged.exec(debug)?.groups ?? {};
    if (ctime !== undefined && mtime !== undefined && ino !== undefined && size !== undefined)
      stats.set(path, { ctime, mtime, ino, size });
    const entry = piece.slice(debug.length);
    const tab = entry.indexOf("\t");
    if (tab === -1) continue;
    path = entry.slice(tab + 1);
    const [mode = "", id = "", stage] = entry.slice(0, tab).split(" ");
    if (stage !== "0") {
      const help = "Resolve the conflict and stage the file with `git add`.";
      throw new AuditError(`${path} is in a merge conflict`, { path, help });
    }
    yield { path, mode, id };
  }
}

function indexFileOf(repository: Repository): string {
  const answer = askAbout(repository, "rev-parse", ["--git-path", "index"]);
  if (!answer.ok) throw unreadable(`the index cannot be found: ${answer.reason}`);
  return resolve(repository.root, answer.stdout.toString().replace(/\n$/, ""));
}

/** As the index has it, whose sizes have 32 bits. */
function statOf({ ctimeNs, mtimeNs, ino, size }: BigIntStats): FileStat {
  const time = (nanoseconds: bigint) => `${nanoseconds / 1_000_000_000n}:${nanoseconds % 1_000_000_000n}`;
  return { ctime: time(ctimeNs), mtime: time(mtimeNs), ino: `${ino}`, size: `${BigInt.asUintN(32, size)}` };
}

function isSameStat(a: FileStat, b: FileStat): boolean {
  return a.ctime === b.ctime && a.mtime === b.mtime && a.ino === b.ino && a.size === b.size;
}
