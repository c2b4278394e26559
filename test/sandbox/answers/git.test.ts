import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, commitAll, folderWith, git, makeFolder, really } from "./asked.ts";

const files = {
  "package.json": { name: "root" },
  "a b/c.txt": "c\n",
  "docs/é.md": "e\n",
  "src/deep/one.ts": "1\n",
  "src/two.ts": "2\n",
};

const tags = [
  "v1.9.0",
  "v1.10.0",
  "v1.10.0-rc.1",
  "v2.0.0",
  "engine-1.2.0",
  "2024.01.05",
  "2024.1.10",
  "v1.09",
  "v1.9",
];

/** A repository with two commits: every tag but `v2.0.0` on the first, `v2.0.0` on the second. */
function makeTaggedFolder(): string {
  const folder = makeFolder(files);
  commitAll(folder);
  for (const tag of tags.filter((name) => name !== "v2.0.0")) git(folder, "tag", tag);
  git(folder, "commit", "--quiet", "--allow-empty", "--message", "second");
  git(folder, "tag", "v2.0.0");
  git(folder, "remote", "add", "origin", "https://example.invalid/lumen.git");
  return folder;
}

let folder = "";
beforeAll(() => {
  folder = makeTaggedFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("git answers as git does", () => {
  const commands = [
    "git tag",
    "git tag -l",
    "git tag --list v*",
    "git tag -l v1.1?.* engine-*",
    "git tag --sort=-v:refname",
    "git tag --sort=version:refname --list",
    "git tag -l --sort -refname v*",
    "git tag --points-at HEAD",
    "git tag --merged HEAD~1",
    "git tag --sort=-creatordate --list v2*",
    "git diff HEAD~1",
    "git describe --tags --abbrev=0",
    "git describe --tags --exact-match",
    "git describe --tags --match engine-* --long",
    "git rev-parse HEAD",
    "git rev-parse --short HEAD",
    "git rev-parse --short=12 HEAD",
    "git rev-parse --abbrev-ref HEAD",
    "git rev-parse --show-toplevel",
    "git rev-parse --is-inside-work-tree",
    "git rev-parse -q --verify refs/tags/v2.0.0",
    "git rev-parse v1.9.0",
    "git show-ref --tags",
    "git for-each-ref --sort=-v:refname --format=%(refname:short) refs/tags",
    "git branch --show-current",
    "git symbolic-ref --short HEAD",
    "git symbolic-ref HEAD",
    "git status --porcelain",
    "git diff --quiet",
    "git diff --exit-code HEAD",
    "git diff-index --quiet HEAD --",
    "git remote",
    "git remote -v",
    "git remote get-url origin",
    "git config --get remote.origin.url",
    "git ls-files",
    "git ls-files -z src",
    "git ls-files *.ts package.json",
    "git ls-files . :!src/*.ts",
    "git -C src ls-files",
    "git -C src/deep ls-files --full-name",
    "git --no-pager log -1 --format=%H",
    "git log -1 --format=%ct",
    "git log --oneline v1.9.0..HEAD",
    "git log --format=%s --grep=SECOND -i",
    "git log --pretty=format:%s --author=nobody --no-merges",
    "git log -1 --name-only --format=%s HEAD~1",
    "git rev-list --count HEAD",
    "git show HEAD:package.json",
    "git show -s --format=%s HEAD",
    "git merge-base --is-ancestor v1.9.0 HEAD",
  ];
  test.for(commands)("%s", (command) => {
    const argv = command.split(" ");
    const answer = ask(folder, argv);
    expect({ stdout: answer?.stdout, exitCode: answer?.exitCode }).toEqual(really(folder, "", argv));
  });

  const failures = [
    "git rev-parse -q --verify refs/tags/v9.9.9",
    "git rev-parse v9.9.9^{}",
    "git describe --tags --exact-match HEAD~1 --match nothing",
    "git merge-base --is-ancestor HEAD v1.9.0",
    "git ls-files --error-unmatch nowhere",
    "git show-ref --verify --quiet refs/tags/v9.9.9",
  ];
  test.for(failures)("%s fails", (command) => {
    const argv = command.split(" ");
    expect(really(folder, "", argv).exitCode).not.toBe(0);
    expect(ask(folder, argv)?.exitCode).toBeGreaterThan(0);
  });

  test("a detached HEAD has no branch", () => {
    const detached = folderWith(files);
    commitAll(detached);
    git(detached, "checkout", "--quiet", "--detach");
    for (const command of [
      "git rev-parse --abbrev-ref HEAD",
      "git branch --show-current",
      "git symbolic-ref -q HEAD",
    ]) {
      const argv = command.split(" ");
      expect(ask(detached, argv)).toMatchObject(really(detached, "", argv));
    }
  });
});

test("a checkout of one commit is taken for the branch that releases are cut from", () => {
  const detached = folderWith(files);
  commitAll(detached);
  git(detached, "checkout", "--quiet", "--detach");
  git(detached, "branch", "--quiet", "-D", "main");
  const head = ask(detached, ["git", "rev-parse", "HEAD"])?.stdout;
  expect(ask(detached, ["git", "log", "-1", "--format=%H", "origin/master"])?.stdout).toBe(head);
  expect(ask(detached, ["git", "log", "--format=%H", "HEAD...main"])).toMatchObject({
    exitCode: 0,
    stdout: "",
  });
  expect(ask(detached, ["git", "log", "-1", "--format=%H", "next"])?.exitCode).toBe(128);
  rmSync(detached, { recursive: true, force: true });
});

describe("git tells of the tags of the remote as git does of a fresh clone", () => {
  let clone = "";
  beforeAll(() => {
    git(folder, "tag", "--annotate", "--message", "3", "v3.0.0");
    clone = makeFolder({});
    git(clone, "clone", "--quiet", folder, "clone");
    git(folder, "tag", "--delete", "v3.0.0");
    git(`${clone}/clone`, "remote", "set-url", "origin", ".");
  });
  afterAll(() => rmSync(clone, { recursive: true, force: true }));

  test.for([
    "git ls-remote --tags origin",
    "git ls-remote --tags --refs origin",
    "git ls-remote -t origin refs/tags/v3.0.0",
    "git ls-remote --tags origin v1.* tags/engine-*",
    "git ls-remote --tags origin 1.9.0",
    "git ls-remote --exit-code --tags origin v9.9.9",
    "git ls-remote --exit-code --tags origin v1.9.0",
  ])("%s", (command) => {
    const argv = command.split(" ");
    const answer = ask(`${clone}/clone`, argv);
    expect({ stdout: answer?.stdout, exitCode: answer?.exitCode }).toEqual(
      really(`${clone}/clone`, "", argv),
    );
  });
});

describe("git leaves alone", () => {
  const commands = [
    "git tag v3.0.0",
    "git tag -a v3.0.0 -m v3.0.0",
    "git commit -m x",
    "git push --tags",
    "git ls-remote origin",
    "git ls-remote --heads origin main",
    "git ls-remote --tags upstream",
    "git log -p",
    "git log --output=x",
    "git log --format=%GK",
    "git log --show-signature -1",
    "git show HEAD",
    "git describe --dirty",
    "git --git-dir=elsewhere tag",
    "git -C ../.. ls-files",
    "git config user.name Somebody",
    "git tag --format=%(contents) -l",
    "git status",
    "git diff v1.9.0:package.json",
  ];
  test.for(commands)("%s", (command) => {
    expect(ask(folder, command.split(" "))).toBeNull();
  });
});

describe("git in a tree without git", () => {
  const answers: Readonly<Record<string, { stdout: string; exitCode: number }>> = {
    "git tag -l v*": { stdout: "", exitCode: 0 },
    "git rev-parse --abbrev-ref HEAD": { stdout: "main\n", exitCode: 0 },
    "git rev-parse HEAD": { stdout: `${"0".repeat(40)}\n`, exitCode: 0 },
    "git rev-parse --short HEAD": { stdout: "0000000\n", exitCode: 0 },
    "git status --porcelain": { stdout: "", exitCode: 0 },
    "git describe --tags --abbrev=0": { stdout: "", exitCode: 128 },
    "git rev-parse v1.0.0": { stdout: "", exitCode: 128 },
    "git remote get-url origin": { stdout: "", exitCode: 2 },
    "git fetch --tags --force": { stdout: "", exitCode: 0 },
  };
  test.for(Object.entries(answers))("%s", ([command, expected]) => {
    expect(ask(folderWith(files), command.split(" "))).toMatchObject(expected);
  });

  test("the top folder is the root that the script sees", () => {
    const answer = ask(folderWith(files), ["git", "rev-parse", "--show-toplevel"], {
      virtualRoot: "/repository",
    });
    expect(answer?.stdout).toBe("/repository\n");
  });
});

test("git ls-files names what it lists", () => {
  expect(ask(folder, ["git", "ls-files", "src"])?.named).toEqual(["src/deep/one.ts", "src/two.ts"]);
});
