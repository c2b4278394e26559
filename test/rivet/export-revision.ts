import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One blob of a revision: its file mode, its hash and its path. */
interface Entry {
  readonly mode: string;
  readonly hash: string;
  readonly path: string;
}

/**
 * Writes the files of a revision into a folder, without a work tree. Blobs that a partial copy lacks are left out.
 * Throws an Error when git does not know the revision.
 */
export function exportRevision(gitDirectory: string, revision: string, folder: string): void {
  const listing = git(gitDirectory, ["ls-tree", "-r", "-z", "--full-tree", revision]);
  const entries = listing
    .toString("utf8")
    .split("\0")
    .filter((line) => line !== "")
    .map(entryOf)
    .filter((entry) => entry.mode !== "160000");
  const hashes = entries.map(({ hash }) => hash).join("\n");
  const objects = git(gitDirectory, ["cat-file", "--batch"], `${hashes}\n`);
  let at = 0;
  for (const { mode, path } of entries) {
    const headerEnd = objects.indexOf(10, at);
    const header = objects.subarray(at, headerEnd).toString("utf8").split(" ");
    at = headerEnd + 1;
    if (header[1] === "missing") continue;
    const size = Number(header[2]);
    writeEntry(join(folder, path), mode, objects.subarray(at, at + size));
    at += size + 1;
  }
  trackEverything(folder);
}

/** Makes the folder a repository that tracks every file, those too that its own `.gitignore` names. */
function trackEverything(folder: string): void {
  git(folder, ["init", "--quiet"]);
  git(folder, ["-c", "core.autocrlf=false", "add", "--all", "--force"]);
}

function entryOf(line: string): Entry {
  const [meta = "", path = ""] = line.split("\t");
  const [mode = "", , hash = ""] = meta.split(" ");
  return { mode, hash, path };
}

function writeEntry(path: string, mode: string, content: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  if (mode === "120000") {
    symlinkSync(content.toString("utf8"), path);
    return;
  }
  writeFileSync(path, content);
  if (mode === "100755") chmodSync(path, 0o755);
}

function git(gitDirectory: string, args: readonly string[], input?: string): Buffer {
  const run = spawnSync("git", ["-C", gitDirectory, ...args], {
    input,
    maxBuffer: 4 * 1024 ** 3,
    env: { PATH: process.env["PATH"], GIT_NO_LAZY_FETCH: "1" },
  });
  if (run.status !== 0)
    throw new Error(`git ${args.join(" ")} failed: ${run.stderr.toString("utf8").trim()}`);
  return run.stdout;
}
