import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A revision of a repository, as it is checked out. */
export interface Revision {
  readonly gitDirectory: string;
  readonly revision: string;
  /** The address that the repository has for its users; by default it has none. */
  readonly origin?: string;
}

/** Lets something look at a revision as it was on its day, in a folder that is gone afterwards. */
export async function inCheckout<T>(at: Revision, look: (folder: string) => T | Promise<T>): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), "version-audit-checkout-"));
  try {
    const folder = join(scratch, "repository");
    checkOutAt(at, folder);
    return await look(folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Checks a revision out as it was on its day, into a new folder: with the history and the tags up to it only, so that
 * nothing looks ahead. Objects are borrowed from the git directory; blobs that a partial copy lacks are left out.
 */
function checkOutAt({ gitDirectory, revision, origin }: Revision, folder: string): void {
  const git = (...args: string[]): string =>
    execFileSync("git", ["--git-dir", gitDirectory, ...args], {
      encoding: "utf8",
      maxBuffer: 1 << 30,
    }).trim();
  const commit = git("rev-parse", "--verify", `${revision}^{commit}`);
  const day = Number(git("log", "-1", "--format=%ct", commit));
  execFileSync("git", ["init", "-q", "-b", "main", folder]);
  const inside = (args: string[], input?: string): string =>
    execFileSync("git", ["-C", folder, ...args], {
      encoding: "utf8",
      input,
      stdio: ["pipe", "pipe", "ignore"],
    });
  const objects = join(gitDirectory, "objects");
  const lent = existsSync(objects) ? objects : join(gitDirectory, ".git/objects");
  writeFileSync(join(folder, ".git/objects/info/alternates"), `${lent}\n`);
  inside(["update-ref", "refs/heads/main", commit]);
  const merged = new Set(git("tag", "--merged", commit).split("\n"));
  const tags = git(
    "for-each-ref",
    "refs/tags",
    "--format=%(refname:strip=2) %(objectname) %(creatordate:unix)",
  );
  const known = tags.split("\n").flatMap((line) => {
    const [name = "", id = "", date = ""] = line.split(" ");
    const isKnown = date !== "" && (Number(date) <= day || merged.has(name));
    return isKnown ? [`create refs/tags/${name} ${id}\n`] : [];
  });
  inside(["update-ref", "--stdin"], known.join(""));
  if (origin !== undefined) inside(["remote", "add", "origin", origin]);
  try {
    inside(["checkout", "-q", "-f", "main"]);
  } catch {
    // Some blobs are missing: everything else is written.
    inside(["read-tree", "main"]);
    try {
      inside(["checkout-index", "-a", "-f", "-q"]);
    } catch {
      return;
    }
  }
}
