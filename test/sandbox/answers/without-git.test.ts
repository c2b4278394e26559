import { expect, test } from "vitest";
import { ask, commitAll, folderWith, git } from "./asked.ts";

/** The answers in a folder as `question: exit code and output`. */
function answers(folder: string, lines: readonly string[], cwd = ""): string[] {
  return lines.map((line) => {
    const answer = ask(folder, line.split(" "), { cwd });
    if (answer === null) return `${line}: left to the configuration`;
    return `${line}: ${answer.exitCode} ${answer.stdout.replaceAll(folder, "/repo").trim()}`;
  });
}

test("a folder in no work tree is one on a fresh branch, without commits, tags and remotes", () => {
  const folder = folderWith({ "package.json": { name: "x" } });
  const lines = [
    ...[
      "git rev-parse --abbrev-ref HEAD",
      "git rev-parse HEAD",
      "git rev-parse --short HEAD",
      "git branch --show-current",
    ],
    ...["git symbolic-ref HEAD", "git symbolic-ref --short HEAD", "git rev-parse --show-toplevel", "git tag"],
    ...[
      "git remote",
      "git remote -v",
      "git remote get-url origin",
      "git config remote.origin.url",
      "git config user.name",
    ],
  ];
  expect(answers(folder, lines)).toMatchInlineSnapshot(`
    [
      "git rev-parse --abbrev-ref HEAD: 0 main",
      "git rev-parse HEAD: 0 0000000000000000000000000000000000000000",
      "git rev-parse --short HEAD: 0 0000000",
      "git branch --show-current: 0 main",
      "git symbolic-ref HEAD: 0 refs/heads/main",
      "git symbolic-ref --short HEAD: 0 main",
      "git rev-parse --show-toplevel: 0 /repo",
      "git tag: 0 ",
      "git remote: 0 ",
      "git remote -v: 0 ",
      "git remote get-url origin: 2 ",
      "git config remote.origin.url: 1 ",
      "git config user.name: 0 Release Rehearsal",
    ]
  `);
});

test("a detached head is on no branch", () => {
  const folder = folderWith({ "package.json": { name: "x" } });
  commitAll(folder);
  git(folder, "checkout", "--quiet", "--detach");
  const lines = [
    "git branch --show-current",
    "git symbolic-ref HEAD",
    "git symbolic-ref -q HEAD",
    "git rev-parse --abbrev-ref HEAD",
  ];
  expect(answers(folder, lines)).toMatchInlineSnapshot(`
    [
      "git branch --show-current: 0 ",
      "git symbolic-ref HEAD: 128 ",
      "git symbolic-ref -q HEAD: 1 ",
      "git rev-parse --abbrev-ref HEAD: 0 HEAD",
    ]
  `);
});

test("a folder of the work tree has a prefix", () => {
  const folder = folderWith({ "sub/a.txt": "a" });
  expect(answers(folder, ["git rev-parse --show-prefix"])).toEqual(["git rev-parse --show-prefix: 0 "]);
  expect(answers(folder, ["git rev-parse --show-prefix"], "sub")).toEqual([
    "git rev-parse --show-prefix: 0 sub/",
  ]);
});

test("what is asked in another way is not answered at all", () => {
  const folder = folderWith({ "package.json": { name: "x" } });
  const lines = [
    ...[
      "git branch --list",
      "git symbolic-ref refs/remotes/origin/HEAD",
      "git symbolic-ref --delete HEAD",
      "git remote show origin",
    ],
    ...[
      "git config --list",
      "git config user.signingkey",
      "git config get",
      "git rev-parse --git-dir",
      "git -C",
      "git",
    ],
    ...["which", "command -v", "which a;b", "git config --get=user.name"],
  ];
  expect(answers(folder, lines)).toMatchInlineSnapshot(`
    [
      "git branch --list: left to the configuration",
      "git symbolic-ref refs/remotes/origin/HEAD: left to the configuration",
      "git symbolic-ref --delete HEAD: left to the configuration",
      "git remote show origin: left to the configuration",
      "git config --list: left to the configuration",
      "git config user.signingkey: left to the configuration",
      "git config get: left to the configuration",
      "git rev-parse --git-dir: left to the configuration",
      "git -C: left to the configuration",
      "git: left to the configuration",
      "which: 1 ",
      "command -v: left to the configuration",
      "which a;b: left to the configuration",
      "git config --get=user.name: left to the configuration",
    ]
  `);
  expect(
    answers(folder, ["git config get user.email", "which node pnpm", "corepack pnpm --version"]),
  ).toMatchInlineSnapshot(`
    [
      "git config get user.email: 0 rehearsal@example.invalid",
      "which node pnpm: 0 /usr/bin/node
    /usr/bin/pnpm",
      "corepack pnpm --version: left to the configuration",
    ]
  `);
});
