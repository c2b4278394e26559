import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Release } from "../../src/config/schema.ts";
import { discover } from "../../src/discover/discover.ts";
import { rehearseWithCommand } from "../../src/rehearse/command-engine.ts";

const environment = {
  PATH: process.env["PATH"],
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Test",
  GIT_AUTHOR_EMAIL: "test@example.invalid",
  GIT_COMMITTER_NAME: "Test",
  GIT_COMMITTER_EMAIL: "test@example.invalid",
};

/** `root` is the repository; `temporary` is what the engine takes for the temporary folder of the system. */
let root = "";
let temporary = "";
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

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: root, env: environment, encoding: "utf8", stdio: "pipe" });
}

function commitAll(): void {
  git("init", "--quiet", "--initial-branch", "release");
  git("add", "--all");
  git("commit", "--quiet", "--message", "first");
}

function pidIn(file: string): number {
  return Number(readFileSync(file, "utf8"));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process whose parent has ended may wait for init to take note of its end.
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).startsWith("Z");
  } catch {
    return false;
  }
}

function releaseWith(command: string, more: Partial<Release> = {}): Release {
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

function rehearse(command: string, more: Partial<Release> = {}) {
  return rehearseWithCommand(
    releaseWith(command, more),
    "1.4.3",
    discover(root, { environment }),
    environment,
  );
}

test("gives what the command added, changed and deleted, and leaves the repository as it was", async () => {
  write("a.txt", "1.4.2\n");
  write("b.txt", "b\n");
  write("same.txt", "same\n");
  write(
    "bump.sh",
    'echo "$1" > a.txt; rm b.txt; echo new > c.txt; printf "same\\n" > same.txt; echo done; echo oh >&2\n',
  );
  commitAll();
  const rehearsal = await rehearse("sh ./bump.sh {version}");
  const origin = { path: "bump.sh", line: 1, column: 1, function: null };
  expect(rehearsal).toEqual({
    name: "cut",
    entry: "sh ./bump.sh {version}",
    engine: "command",
    target: "1.4.3",
    outcome: { ended: "completed", exitCode: 0 },
    writes: [
      { path: "a.txt", before: "1.4.2\n", after: "1.4.3\n", origin },
      { path: "b.txt", before: "b\n", after: null, origin },
      { path: "c.txt", before: null, after: "new\n", origin },
    ],
    commands: [],
    globs: [],
    patterns: [],
    looks: [],
    log: expect.arrayContaining([
      { stream: "stdout", text: "done", after: null },
      { stream: "stderr", text: "oh", after: null },
    ]),
    modules: [],
  });
  expect(git("status", "--porcelain")).toBe("");
  expect(readdirSync(temporary)).toEqual([]);
});

test("bytes that are no text stay bytes, and a byte order mark stays in the text", async () => {
  write("logo.bin", new Uint8Array([0xff, 0x00]));
  write("bom.txt", "\uFEFFa\n");
  commitAll();
  const { writes } = await rehearse("printf '\\376' > logo.bin && printf '\\357\\273\\277b' > bom.txt");
  expect(writes.map(({ before, after }) => [before, after])).toEqual([
    ["\uFEFFa\n", "\uFEFFb"],
    [new Uint8Array([0xff, 0x00]), new Uint8Array([0xfe])],
  ]);
});

test("the copy is a git repository with the tags, the branch and an origin that takes a push", async () => {
  write("package.json", "{}\n");
  commitAll();
  git("tag", "v1.4.1");
  git("tag", "--annotate", "v1.4.2", "--message", "v1.4.2");
  git("remote", "add", "origin", "https://example.invalid/lumen.git");
  const script = [
    "git tag --points-at HEAD",
    "git status --porcelain",
    "git rev-parse --abbrev-ref HEAD",
    "git config remote.origin.url",
    'echo \'{"version":"{version}"}\' > package.json',
    "git commit --quiet --all --message release",
    "git tag v{version}",
    "git push --quiet origin HEAD v{version}",
    "git ls-remote --tags origin | cut -f 2",
  ].join(" && ");
  const { outcome, log, writes } = await rehearse(script);
  expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(log.map(({ text }) => text)).toEqual([
    "v1.4.1",
    "v1.4.2",
    "release",
    "https://example.invalid/lumen.git",
    "refs/tags/v1.4.3",
  ]);
  expect(writes).toMatchObject([
    { path: "package.json", after: '{"version":"1.4.3"}\n', origin: { path: "package.json" } },
  ]);
  expect(git("tag")).toBe("v1.4.1\nv1.4.2\n");
});

test("a detached HEAD stays detached", async () => {
  write("a.txt", "a\n");
  commitAll();
  git("checkout", "--quiet", "--detach");
  const { log } = await rehearse("git rev-parse --abbrev-ref HEAD");
  expect(log).toEqual([{ stream: "stdout", text: "HEAD", after: null }]);
});

test("uncommitted work is rehearsed too, and a tree without git becomes a repository", async () => {
  write("a.txt", "not committed\n");
  const { log } = await rehearse("cat a.txt; git status --porcelain; git rev-parse --abbrev-ref HEAD");
  expect(log.map(({ text }) => text)).toEqual(["not committed", "main"]);
});

test("installed packages are there, and writing into them does not reach the repository", async () => {
  write(".gitignore", "node_modules\n");
  write("package.json", "{}\n");
  write("tools/package.json", '{ "type": "module" }\n');
  write("tools/bump.js", 'import { mark } from "marker"; console.log(mark);\n');
  write("tools/node_modules/.store/marker/package.json", '{ "name": "marker", "exports": "./index.js" }\n');
  write("tools/node_modules/.store/marker/index.js", 'exports.mark = "found";\n');
  symlinkSync(".store/marker", join(root, "tools/node_modules/marker"));
  commitAll();
  const { log, writes } = await rehearse(
    "node tools/bump.js && echo spoilt > tools/node_modules/marker/index.js",
  );
  expect(log.map(({ text }) => text)).toEqual(["found"]);
  expect(writes).toEqual([]);
  expect(readFileSync(join(root, "tools/node_modules/marker/index.js"), "utf8")).toBe(
    'exports.mark = "found";\n',
  );
});

test("links stay links, and an absolute one into the repository leads into the copy", async () => {
  write("a.txt", "a\n");
  symlinkSync("a.txt", join(root, "relative"));
  symlinkSync(join(root, "a.txt"), join(root, "absolute"));
  commitAll();
  const { writes } = await rehearse("echo x >> relative; echo y >> absolute");
  expect(writes).toMatchObject([{ path: "a.txt", after: "a\nx\ny\n" }]);
  expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("a\n");
});

test("modes are kept", async () => {
  write("bump", '#!/bin/sh\necho "$1" > version\n');
  chmodSync(join(root, "bump"), 0o755);
  commitAll();
  const { writes } = await rehearse("./bump {version}");
  expect(writes).toMatchObject([{ path: "version", after: "1.4.3\n", origin: { path: "bump" } }]);
});

test("what the repository ignores is no write", async () => {
  write(".gitignore", "out\n");
  commitAll();
  const { writes } = await rehearse("mkdir out && echo x > out/x && echo y > y");
  expect(writes.map(({ path }) => path)).toEqual(["y"]);
});

test("a command that fails says so, with what it wrote until then", async () => {
  write("a.txt", "a\n");
  commitAll();
  const { outcome, writes } = await rehearse("echo b > a.txt; echo 'tags are missing' >&2; exit 3");
  expect(outcome).toMatchObject({
    ended: "failed",
    exitCode: 3,
    message: expect.stringContaining("tags are missing"),
  });
  expect(writes).toMatchObject([{ path: "a.txt", after: "b\n" }]);
});

test("a command that takes too long is stopped with everything that it started", async () => {
  write("a.txt", "a\n");
  commitAll();
  const child = join(dirname(root), "child");
  const before = Date.now();
  const { outcome } = await rehearse(`sleep 30 & echo $! > ${child}; sleep 30`, { timeoutSeconds: 1 });
  expect(outcome).toMatchObject({ ended: "stopped", help: expect.stringContaining("timeoutSeconds") });
  expect(Date.now() - before).toBeLessThan(10_000);
  await expect.poll(() => isRunning(pidIn(child))).toBe(false);
  expect(readdirSync(temporary)).toEqual([]);
});

test("a process that the command leaves behind does not keep the rehearsal waiting", async () => {
  write("a.txt", "a\n");
  commitAll();
  const before = Date.now();
  const { outcome } = await rehearse("sleep 30 & echo started");
  expect(outcome).toMatchObject({ ended: "completed" });
  expect(Date.now() - before).toBeLessThan(10_000);
});

test("a process that has left the group of the command is not waited for", async () => {
  write("a.txt", "a\n");
  commitAll();
  const before = Date.now();
  const { outcome, log } = await rehearse("setsid sleep 20 & echo started", { timeoutSeconds: 5 });
  expect(outcome).toMatchObject({ ended: "completed" });
  expect(log).toMatchObject([{ text: "started" }]);
  expect(Date.now() - before).toBeLessThan(10_000);
});

test("a command that prints without end fills no memory", async () => {
  write("a.txt", "a\n");
  commitAll();
  const { outcome, log } = await rehearse("yes 'a line of some length that is printed without end'", {
    timeoutSeconds: 2,
  });
  expect(outcome).toMatchObject({ ended: "stopped" });
  expect(log.reduce((length, { text }) => length + text.length, 0)).toBeLessThan(16 * 1024 * 1024 + 100);
  expect(log.at(-1)?.text).toBe("what else the command prints is left out");
});

test("a file that is too large to be read is named", async () => {
  write("a.txt", "a\n");
  commitAll();
  await expect(rehearse("truncate -s 3G large")).rejects.toThrow(/^large, as the command leaves it/);
});

test.for(["SIGINT", "SIGTERM"] as const)("an audit that gets %s leaves nothing behind", async (signal) => {
  write("a.txt", "a\n");
  commitAll();
  const leader = join(dirname(root), "leader");
  const command = `echo $$ > ${leader}; sleep 30; echo late`;
  const program = join(import.meta.dirname, "rehearse-command.ts");
  const audit = spawn(process.execPath, ["--import", "tsx", program, root, command], {
    env: { ...environment, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => audit.once("close", (_, by) => resolve(by)));
  await expect.poll(() => existsSync(leader) && pidIn(leader) > 0, { timeout: 20_000 }).toBe(true);
  audit.kill(signal);
  expect(await ended).toBe(signal);
  expect(readdirSync(temporary).filter((name) => name.startsWith("version-audit-"))).toEqual([]);
  expect(isRunning(pidIn(leader))).toBe(false);
});

test("the environment is the one that is given, with that of the release over it", async () => {
  write("a.txt", "a\n");
  commitAll();
  const { log } = await rehearse('echo "$MODE $HOME"; env | grep VITEST || true', { env: { MODE: "dry" } });
  expect(log.map(({ text }) => text)).toEqual(["dry /nonexistent"]);
});

test("a version that a shell would read as more than a word is refused", async () => {
  write("a.txt", "a\n");
  const release = releaseWith("echo {version}");
  const rehearsal = rehearseWithCommand(
    release,
    "1.0.0; touch x",
    discover(root, { environment }),
    environment,
  );
  await expect(rehearsal).rejects.toThrow(/no version/);
  expect(readdirSync(temporary)).toEqual([]);
});

test("a release without a command is refused", async () => {
  const { command: _, ...release } = releaseWith("");
  const rehearsal = rehearseWithCommand(release, "1.4.3", discover(root, { environment }), environment);
  await expect(rehearsal).rejects.toThrow(/no command/);
});
