import { askAbout } from "../../repository/git/git-tree.ts";
import type { Repository } from "../../repository/repository.ts";

/** Long enough for a long history on a busy machine, and short beside what a gate may take. */
const patience = 15_000;

/** One state of a file in the history of the checked-out branch, and the commit that was there before it. */
export interface FileCommit {
  readonly commit: string;
  /** Its first parent. */
  readonly parent: string;
}

/**
 * The commits of the checked-out branch, newest first, that change lines of a file which match a pattern. A merge
 * counts as one commit with all that it brought. Empty where git does not say in time.
 * @param line a POSIX extended regular expression
 */
export function commitsOfLines(
  repository: Repository,
  path: string,
  line: string,
  most: number,
): FileCommit[] {
  if (repository.git?.isFirst === true) return [];
  const args = ["--first-parent", "-m", "--format=%H %P", `-n${most}`, `-G${line}`, "HEAD", "--", path];
  const answer = askAbout(repository, "log", args, { patience });
  if (!answer.ok) return [];
  return answer.stdout
    .toString()
    .split("\n")
    .flatMap((entry) => {
      const [commit = "", parent = ""] = entry.split(" ");
      // The first commit has no parent, and no release was before it.
      return parent === "" ? [] : [{ commit, parent }];
    });
}

/** A commit and its first parents, newest first. Empty where git does not say. */
export function commitsUpTo(repository: Repository, commit: string, most: number): string[] {
  const answer = askAbout(repository, "rev-list", ["--first-parent", `-n${most}`, commit]);
  return answer.ok ? answer.stdout.toString().trim().split("\n") : [];
}

/**
 * The files that differ between two commits in lines that match a pattern. All that differ where git cannot look at the
 * lines: a partial clone lacks contents, and git then gives up at the first of them. Empty where git says nothing at
 * all.
 * @param line a POSIX extended regular expression
 */
export function filesWithChangedLines(
  repository: Repository,
  base: string,
  commit: string,
  line: string,
): string[] {
  const byLine = byChangedLine(repository, base, commit, line);
  const answer = byLine.ok
    ? byLine
    : askAbout(repository, "diff-tree", [...namesOnly, base, commit], { patience });
  return answer.ok
    ? answer.stdout
        .toString()
        .split("\0")
        .filter((path) => path !== "")
    : [];
}

/** True where a commit is known to have changed such a line, which is not known where the local copy lacks a content. */
export function hasChangedLine(repository: Repository, base: string, commit: string, line: string): boolean {
  const answer = byChangedLine(repository, base, commit, line);
  return answer.ok && answer.stdout.length > 0;
}

const namesOnly = ["-r", "--no-renames", "--name-only", "-z", "--relative"];

function byChangedLine(repository: Repository, base: string, commit: string, line: string) {
  return askAbout(repository, "diff-tree", [...namesOnly, `-G${line}`, base, commit], { patience });
}

/**
 * The contents of files at commits, in the order in which they are asked for; null where a commit has no such file or
 * the local copy does not hold it. They are read in one go.
 */
export function contentsAt(
  repository: Repository,
  asked: readonly { readonly commit: string; readonly path: string }[],
): (Buffer | null)[] {
  // The batch reads one name a line, so that a path with a line break cannot be asked for.
  const names = asked.map(({ commit, path }) => `${commit}:./${path}`);
  const askable = names.filter((name) => !name.includes("\n"));
  if (askable.length === 0) return names.map(() => null);
  const answer = askAbout(repository, "cat-file", ["--batch"], { input: `${askable.join("\n")}\n` });
  if (!answer.ok) return names.map(() => null);
  const contents = batchOf(answer.stdout);
  return names.map((name) => (name.includes("\n") ? null : (contents.next().value ?? null)));
}

/** `<id> <type> <size>\n<content>\n`, or a line that ends in `missing`, see git-cat-file(1), "BATCH OUTPUT". */
function* batchOf(stdout: Buffer): Generator<Buffer | null> {
  let at = 0;
  while (at < stdout.length) {
    const end = stdout.indexOf("\n", at);
    const size = / \w+ (\d+)$/u.exec(stdout.toString("utf8", at, end))?.[1];
    at = end + 1;
    if (size === undefined) {
      yield null;
      continue;
    }
    yield stdout.subarray(at, at + Number(size));
    at += Number(size) + 1;
  }
}
