import { spawnSync } from "node:child_process";

/**
 * Checks a revision out into a folder that shares the objects of a git directory, so that the tags and the history are
 * there too. Blobs that a partial copy lacks are left out. Throws an Error when git does not know the revision.
 */
export function checkOut(gitDirectory: string, revision: string, folder: string): void {
  git(".", "clone", "--quiet", "--shared", "--no-checkout", gitDirectory, folder);
  git(folder, "update-ref", "--no-deref", "HEAD", `${revision}^{commit}`);
  git(folder, "read-tree", "HEAD");
  // This says which blobs are missing and goes on, where `git checkout` stops.
  run(folder, "checkout-index", "--all", "--force", "--quiet");
}

/** What git prints. Throws an Error when it fails. */
export function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = run(folder, ...args);
  if (status !== 0) throw new Error(`git ${args.join(" ")} failed: ${stderr.trim()}`);
  return stdout;
}

function run(folder: string, ...args: string[]) {
  return spawnSync("git", ["-C", folder, ...args], {
    env: { PATH: process.env["PATH"], GIT_NO_LAZY_FETCH: "1" },
    encoding: "utf8",
    maxBuffer: 1024 ** 3,
  });
}
