import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Command, Write } from "../../../src/release/rehearsal.ts";
import type { Question } from "../../../src/sandbox/host/desk/answer.ts";
import { commandOf, origin } from "../../release/rehearsal-of.ts";
import { ask, commitAll, folderWith, git, really } from "./asked.ts";

const files = { "a.txt": "a\n", "b c.txt": "b\n", "docs/é.md": "e\n", "src/one.ts": "1\n" };

/** What a script does: a write, a removal when `content` is null, or a command of git. */
type Step = { path: string; content: string | null } | { git: readonly string[] };

const changed = { path: "a.txt", content: "changed\n" };
const changedBack = { path: "a.txt", content: "a\n" };
const removed = { path: "src/one.ts", content: null };
const created = { path: "new.txt", content: "new\n" };
const add = { git: ["add", "--all"] };
const commit = { git: ["commit", "--quiet", "--all", "--message", "release"] };

/** Takes the steps on the disk and gives them as a rehearsal would have recorded them. */
function take(folder: string, steps: readonly Step[]): Pick<Question, "writes" | "commands"> {
  const writes: Write[] = [];
  const commands: Command[] = [];
  for (const step of steps) {
    if ("git" in step) {
      git(folder, ...step.git);
      commands.push(commandOf(["git", ...step.git], writes.length));
      continue;
    }
    const place = join(folder, step.path);
    const tracked = git(folder, "ls-files", "-co", "-z").split("\0").includes(step.path);
    writes.push({
      path: step.path,
      before: tracked ? readFileSync(place, "utf8") : null,
      after: step.content,
      origin,
    });
    mkdirSync(dirname(place), { recursive: true });
    if (step.content === null) rmSync(place);
    else writeFileSync(place, step.content);
  }
  return { writes, commands };
}

const histories: Readonly<Record<string, readonly Step[]>> = {
  nothing: [],
  "a change": [changed],
  "a change and back": [changed, changedBack],
  "a removal": [removed],
  "a new file": [created],
  "a new file that is removed": [created, { ...created, content: null }],
  "names to quote": [
    { path: "b c.txt", content: "x" },
    { path: "docs/é.md", content: "x" },
  ],
  "everything, added": [changed, removed, created, add],
  "everything, committed": [changed, removed, created, add, commit],
  "a change after a commit": [changed, commit, { path: "src/one.ts", content: "2\n" }],
  "back to the first text after a commit": [changed, commit, changedBack],
};

const questions = [
  "git status --porcelain",
  "git status -s --untracked-files=no",
  "git status --porcelain -- src",
  "git diff --quiet",
  "git diff --quiet HEAD",
  "git diff --cached --quiet",
  "git diff --name-only",
  "git diff --exit-code --name-only HEAD -- a.txt src",
  "git diff --name-status HEAD -- a.txt src",
  "git diff-index --quiet HEAD --",
];

test.for(Object.entries(histories))("git tells as much after %s", ([, steps]) => {
  const folder = folderWith(files);
  commitAll(folder);
  const asked = take(folder, steps);
  for (const command of questions) {
    const argv = command.split(" ");
    const answer = ask(folder, argv, asked);
    const given = { stdout: answer?.stdout, exitCode: answer?.exitCode };
    expect(given, command).toEqual(really(folder, "", argv));
  }
});

test.each([
  "--compact-summary",
  "--summary",
  "--numstat",
  "--shortstat",
  "--stat",
])("git diff %s has nothing to show where nothing has changed", (option) => {
  const folder = folderWith(files);
  commitAll(folder);
  expect(ask(folder, ["git", "diff", option])).toMatchObject({ stdout: "", exitCode: 0 });
});

test("the work that a maintainer has not committed does not make the tree unclean", () => {
  const folder = folderWith(files);
  commitAll(folder);
  writeFileSync(join(folder, "a.txt"), "in progress\n");
  expect(ask(folder, ["git", "status", "--porcelain"])).toMatchObject({ stdout: "", exitCode: 0 });
  expect(ask(folder, ["git", "diff", "--quiet"])).toMatchObject({ exitCode: 0 });
});

test("paths are named from the top folder when the audited root lies below it", () => {
  const top = folderWith({ "inner/a.txt": "a\n" });
  commitAll(top);
  const folder = join(top, "inner");
  const writes = [{ path: "a.txt", before: "a\n", after: "b\n", origin }];
  expect(ask(folder, ["git", "status", "--porcelain"], { writes })?.stdout).toBe(" M inner/a.txt\n");
});

test("a patch is not printed", () => {
  const folder = folderWith(files);
  commitAll(folder);
  const writes = [{ path: "a.txt", before: "a\n", after: "b\n", origin }];
  expect(ask(folder, ["git", "diff"], { writes })).toBeNull();
});

test.each([
  ["git diff --name-only v1", []],
  ["git diff --name-only v1 -- src docs", []],
  ["git diff --name-only v1 -- FOLDER/src", []],
  ["git diff --name-only v1 -- nowhere", []],
  ["git diff --name-only v1..HEAD", [changed, created]],
  ["git diff v1", [created]],
  ["git diff v1.. -- src", [changed]],
  ["git diff --name-only v1", [changed, created, removed]],
  ["git log -1 --diff-filter=A --format=%H -- FOLDER/src/one.ts", []],
])("since a tag, %s says what git says after %j", (line, steps: readonly Step[]) => {
  const folder = folderWith(files);
  commitAll(folder);
  git(folder, "tag", "v1");
  writeFileSync(join(folder, "b c.txt"), "later\n");
  writeFileSync(join(folder, "src/two.ts"), "2\n");
  rmSync(join(folder, "docs/é.md"));
  git(folder, "add", "--all");
  git(folder, ...commit.git);
  const history = take(folder, steps);
  const argv = (root: string) => line.replace("FOLDER", root).split(" ");
  const { stdout, exitCode } = really(folder, "", argv(folder));
  const answer = ask(folder, argv("/repo"), { virtualRoot: "/repo", ...history });
  expect(answer).toMatchObject({ stdout, exitCode });
});

test("nothing is said of a revision after the script itself has committed", () => {
  const folder = folderWith(files);
  commitAll(folder);
  git(folder, "tag", "v1");
  const history = take(folder, [changed, commit]);
  expect(ask(folder, ["git", "diff", "--name-only", "v1"], history)).toBeNull();
  expect(ask(folder, ["git", "diff", "--name-only", "v1...HEAD"])).toBeNull();
  expect(ask(folder, ["git", "diff", "v1"], { ...history, commands: [] })).toBeNull();
  expect(ask(folder, ["git", "diff", "--name-only", "nowhere"])).toMatchObject({ exitCode: 128 });
});
