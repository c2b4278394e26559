import { chmodSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { rehearseWithCommand } from "../../src/release/native/command-engine.ts";
import { discover } from "../../src/repository/files/discover.ts";
import { committing as environment } from "../repository/files/git-environment.ts";
import { releaseWith } from "./command-release.ts";
import { test } from "./command-repository.ts";

test("gives what the command added, changed and deleted, and leaves the repository as it was", async ({
  repository: { temporary, write, git, commitAll, rehearse },
}) => {
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
  expect(rehearsal).toMatchObject({
    name: "cut",
    entry: "sh ./bump.sh {version}",
    engine: "command",
    mechanism: "command",
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

test("bytes that are no text stay bytes, and a byte order mark stays in the text", async ({
  repository: { write, commitAll, rehearse },
}) => {
  write("logo.bin", new Uint8Array([0xff, 0x00]));
  write("bom.txt", "\uFEFFa\n");
  commitAll();
  const { writes } = await rehearse("printf '\\376' > logo.bin && printf '\\357\\273\\277b' > bom.txt");
  expect(writes.map(({ before, after }) => [before, after])).toEqual([
    ["\uFEFFa\n", "\uFEFFb"],
    [new Uint8Array([0xff, 0x00]), new Uint8Array([0xfe])],
  ]);
});

test("the copy is a git repository with the tags, the branch and an origin that takes a push", async ({
  repository: { write, git, commitAll, rehearse },
}) => {
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

test("a detached HEAD stays detached", async ({ repository: { write, git, commitAll, rehearse } }) => {
  write("a.txt", "a\n");
  commitAll();
  git("checkout", "--quiet", "--detach");
  const { log } = await rehearse("git rev-parse --abbrev-ref HEAD");
  expect(log).toEqual([{ stream: "stdout", text: "HEAD", after: null }]);
});

test("uncommitted work is rehearsed too, and a tree without git becomes a repository", async ({
  repository: { write, rehearse },
}) => {
  write("a.txt", "not committed\n");
  const { log } = await rehearse("cat a.txt; git status --porcelain; git rev-parse --abbrev-ref HEAD");
  expect(log.map(({ text }) => text)).toEqual(["not committed", "main"]);
});

test("installed packages are there, and writing into them does not reach the repository", async ({
  repository: { root, write, commitAll, rehearse },
}) => {
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

test("links stay links, and an absolute one into the repository leads into the copy", async ({
  repository: { root, write, commitAll, rehearse },
}) => {
  write("a.txt", "a\n");
  symlinkSync("a.txt", join(root, "relative"));
  symlinkSync(join(root, "a.txt"), join(root, "absolute"));
  commitAll();
  const { writes } = await rehearse("echo x >> relative; echo y >> absolute");
  expect(writes).toMatchObject([{ path: "a.txt", after: "a\nx\ny\n" }]);
  expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("a\n");
});

test("modes are kept", async ({ repository: { root, write, commitAll, rehearse } }) => {
  write("bump", '#!/bin/sh\necho "$1" > version\n');
  chmodSync(join(root, "bump"), 0o755);
  commitAll();
  const { writes } = await rehearse("./bump {version}");
  expect(writes).toMatchObject([{ path: "version", after: "1.4.3\n", origin: { path: "bump" } }]);
});

test("what the repository ignores is no write", async ({ repository: { write, commitAll, rehearse } }) => {
  write(".gitignore", "out\n");
  commitAll();
  const { writes } = await rehearse("mkdir out && echo x > out/x && echo y > y");
  expect(writes.map(({ path }) => path)).toEqual(["y"]);
});

test("a command that fails says so, with what it wrote until then", async ({
  repository: { write, commitAll, rehearse },
}) => {
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

test("the environment is the one that is given, with that of the release over it", async ({
  repository: { write, commitAll, rehearse },
}) => {
  write("a.txt", "a\n");
  commitAll();
  const { log } = await rehearse('echo "$MODE $HOME"; env | grep VITEST || true', { env: { MODE: "dry" } });
  expect(log.map(({ text }) => text)).toEqual(["dry /nonexistent"]);
});

test("a version that a shell would read as more than a word is refused", async ({
  repository: { root, temporary, write },
}) => {
  write("a.txt", "a\n");
  const release = releaseWith("echo {version}");
  const rehearsal = rehearseWithCommand(
    release,
    { current: "1.4.2", target: "1.0.0; touch x" },
    discover(root, { environment }),
    environment,
  );
  await expect(rehearsal).rejects.toThrow(/no version/);
  expect(readdirSync(temporary)).toEqual([]);
});

test("a release without a command is refused", async ({ repository: { root } }) => {
  const { command: _, ...release } = releaseWith("");
  const rehearsal = rehearseWithCommand(
    release,
    { current: "1.4.2", target: "1.4.3" },
    discover(root, { environment }),
    environment,
  );
  await expect(rehearsal).rejects.toThrow(/no command/);
});
