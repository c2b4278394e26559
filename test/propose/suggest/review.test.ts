import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forgetfulRepository, run } from "../../cli/command-line.ts";
import { commit, git } from "../../repository/files/git-repository.ts";
import { writeFiles } from "../../repository/files/temporary-folder.ts";

interface Comment {
  readonly path: string;
  readonly line: number;
  readonly start_line?: number;
  readonly side: string;
  readonly body: string;
}

/** The review of a branch that writes these files into a repository whose release forgets some places. */
function reviewed(files: Readonly<Record<string, string>>, before: Readonly<Record<string, string>> = {}) {
  const root = forgetfulRepository(before);
  git(root, "init", "--quiet", "--initial-branch=main");
  commit(root);
  git(root, "checkout", "--quiet", "-b", "topic");
  writeFiles(root, files);
  commit(root);
  const { stdout, stderr, code } = run(root, ["suggest", "--quiet", "--review", "main"]);
  expect([code, stderr]).toEqual([0, ""]);
  const { event, body, comments } = JSON.parse(stdout);
  expect(event).toBe("COMMENT");
  return { root, body, comments: comments as Comment[] };
}

/** Does what GitHub does when a suggestion is committed. */
function committed(root: string, { path, line, start_line = line, body }: Comment): void {
  const lines = readFileSync(join(root, path), "utf8").split("\n");
  const text = /\n(`{3,})suggestion\n([\s\S]*)\n\1$/.exec(body)?.[2] ?? "no suggestion";
  lines.splice(start_line - 1, line - start_line + 1, ...text.split("\n"));
  writeFileSync(join(root, path), lines.join("\n"));
}

const dependent = (spec: string) =>
  `{\n  "name": "@acme/app",\n  "private": true,\n  "dependencies": {\n    "@acme/web": "${spec}"\n  }\n}\n`;

test("a repair that lies on changed lines is offered, and is one when it is committed", () => {
  const { root, comments } = reviewed(
    { "packages/app/package.json": dependent("1.4.2") },
    {
      "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
      "packages/cli/package.json": dependent("workspace:*").replace("app", "cli"),
    },
  );
  expect(comments).toEqual([
    {
      path: "packages/app/package.json",
      line: 5,
      side: "RIGHT",
      body: expect.stringContaining('\n\n```suggestion\n    "@acme/web": "workspace:*"\n```'),
    },
  ]);
  for (const comment of comments) committed(root, comment);
  const { stdout } = run(root, ["list", "--verdict", "stale,behind", "--path", "packages/app/**"]);
  expect(stdout).toMatch(/^0 of /);
});

test("what is behind on a changed line is offered the version of the others, in a fence that its text cannot end", () => {
  const { root, comments } = reviewed({ "guide.md": "Run\n\n```` npm install @acme/web@1.4.1 ````\n" });
  expect(comments.map(({ path, line, body }) => [path, line, body])).toEqual([
    [
      "guide.md",
      3,
      "holds 1.4.1 while the release goes on from 1.4.2\n\n`````suggestion\n```` npm install @acme/web@1.4.2 ````\n`````",
    ],
  ]);
  for (const comment of comments) committed(root, comment);
  expect(run(root, ["list", "--verdict", "behind"]).stdout).toMatch(/^0 of /);
});

test("places on one line are offered together, and line breaks are those of the file", () => {
  const { comments } = reviewed({
    "guide.md": "Run\r\nnpm install @acme/web@1.4.1 @acme/api@1.4.0\r\nend\r\n",
  });
  expect(comments).toHaveLength(1);
  expect(comments[0]?.line).toBe(2);
  expect(comments[0]?.body).toContain("```suggestion\nnpm install @acme/web@1.4.2 @acme/api@1.4.2\n```");
});

test("nothing is offered on lines that the branch leaves alone, and repairs elsewhere are counted", () => {
  const { body, comments } = reviewed(
    { "packages/new/package.json": '{\n  "name": "@acme/new",\n  "version": "1.4.2"\n}\n' },
    { "guide.md": "npm install @acme/web@1.4.1\n" },
  );
  expect(comments).toEqual([]);
  expect(body).toBe(
    "version-audit has nothing to suggest on these lines. 1 more repair of what stands here lies elsewhere: `version-audit suggest | git apply` makes all of them.",
  );
});
