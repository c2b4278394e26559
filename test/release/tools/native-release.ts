import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { changesIn } from "./changes.ts";
import { type Situation, textsOf } from "./situation.ts";

/** How a real tool is started in a folder. */
export interface NativeTool {
  readonly id: string;
  readonly program: string;
  readonly args: (situation: Situation) => readonly string[];
  readonly situations: readonly Situation[];
  /** False for a tool that asks git for what is not committed. */
  readonly commits: boolean;
}

/** What the real tool does in a situation. Throws where it ends with an error. */
export function nativeChanges({ program, args, commits }: NativeTool, situation: Situation): string {
  const root = mkdtempSync(join(tmpdir(), "version-audit-"));
  const files = textsOf(situation);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const identity = ["-c", "user.name=a", "-c", "user.email=a@b.invalid", "-c", "commit.gpgsign=false"];
  const git = (...words: string[]) => spawnSync("git", [...identity, ...words], { cwd: root });
  git("init", "-q", "-b", "main");
  if (commits) git("add", "-A");
  git("commit", "-q", "--allow-empty", "-m", "feat: start");
  const env = {
    ...process.env,
    ...{ GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@b.invalid", GIT_COMMITTER_NAME: "a" },
    ...{ GIT_COMMITTER_EMAIL: "a@b.invalid", CI: "true", NX_DAEMON: "false" },
  };
  const { status, stdout, stderr } = spawnSync(program, situation.args ?? args(situation), {
    cwd: root,
    env,
  });
  const changes = changesIn(root, files);
  rmSync(root, { recursive: true, force: true });
  if (status !== 0) throw new Error(`${program} in ${situation.name}: ${status} ${stdout}${stderr}`);
  return changes;
}
