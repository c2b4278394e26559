import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Release } from "../../src/config/schema.ts";
import { discover } from "../../src/discover/discover.ts";
import { rehearseWithCommand } from "../../src/rehearse/command-engine.ts";

export const environment = {
  PATH: process.env["PATH"],
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Test",
  GIT_AUTHOR_EMAIL: "test@example.invalid",
  GIT_COMMITTER_NAME: "Test",
  GIT_COMMITTER_EMAIL: "test@example.invalid",
};

/** What a native rehearsal is tested in, new for each test: `root` is the repository; `temporary` is what the engine takes for the temporary folder of the system. */
export let root = "";
export let temporary = "";
const usualTemporary = process.env["TMPDIR"];

beforeEach(() => {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "command-engine-")));
  root = join(place, "repository");
  temporary = join(place, "temporary");
  mkdirSync(root);
  mkdirSync(temporary);
  process.env["TMPDIR"] = temporary;
});

afterEach(() => {
  if (usualTemporary === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = usualTemporary;
  rmSync(dirname(root), { recursive: true, force: true });
});

export function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

export function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: root, env: environment, encoding: "utf8", stdio: "pipe" });
}

export function commitAll(): void {
  git("init", "--quiet", "--initial-branch", "release");
  git("add", "--all");
  git("commit", "--quiet", "--message", "first");
}

export function releaseWith(command: string, more: Partial<Release> = {}): Release {
  return {
    name: "cut",
    command,
    args: [],
    calls: [],
    env: {},
    answers: {},
    timeoutSeconds: 30,
    memoryMiB: 256,
    ...more,
  };
}

export function rehearse(command: string, more: Partial<Release> = {}) {
  return rehearseWithCommand(
    releaseWith(command, more),
    "1.4.3",
    discover(root, { environment }),
    environment,
  );
}
