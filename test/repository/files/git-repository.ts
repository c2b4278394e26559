import { execFileSync } from "node:child_process";
import { type Files, temporaryFolder } from "./temporary-folder.ts";

/** A repository of which these files are the first commit. */
export function temporaryRepository(files: Files, ...initOptions: string[]): string {
  const folder = temporaryFolder(files);
  git(folder, "init", "--quiet", "--initial-branch=main", ...initOptions);
  commit(folder);
  return folder;
}

export function commit(folder: string): string {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message=a commit");
  return git(folder, "rev-parse", "HEAD").trim();
}

/** Runs git as somebody who trusts the repository would, so that what its configuration names is started. */
export function git(folder: string, ...args: string[]): string {
  const identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_ALLOW_PROTOCOL: "file:ssh:ext",
  };
  return execFileSync("git", [...identity, ...args], { cwd: folder, env, encoding: "utf8", stdio: "pipe" });
}
