import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Situation, textsOf } from "./situation.ts";

/** The environment of the tests without what npm adds to it, and with somebody who commits. */
export const environment: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name.startsWith("npm_") ? [] : [[name, value]],
    ),
  ),
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@b.invalid",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@b.invalid",
  GIT_CONFIG_GLOBAL: "/dev/null",
};

/**
 * A new folder in which a situation lies, in a git repository of its own. The caller removes it.
 * @param commits false leaves the files of now uncommitted
 */
export function preparedFolder({ files, former }: Situation, commits: boolean): string {
  const root = emptyFolder();
  const git = (...words: string[]) => {
    const { status, stderr } = spawnSync("git", words, { cwd: root, env: environment });
    if (status !== 0) throw new Error(`git ${words.join(" ")}: ${stderr}`);
  };
  git("init", "-q", "-b", "main");
  if (former !== undefined) {
    writeAll(root, { ...files, ...former.files });
    git("add", "-A");
    git("commit", "-q", "-m", "chore: release");
    git("tag", "-a", former.tag, "-m", former.tag);
    for (const path of Object.keys(former.files)) rmSync(join(root, path));
  }
  writeAll(root, files);
  if (commits) git("add", "-A");
  git("commit", "-q", "--allow-empty", "-m", "feat: more");
  return root;
}

/** The same without git. */
export function plainFolder({ files }: Situation): string {
  const root = emptyFolder();
  writeAll(root, files);
  return root;
}

function emptyFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), "version-audit-")));
}

function writeAll(root: string, files: Situation["files"]): void {
  for (const [path, text] of Object.entries(textsOf(files))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
