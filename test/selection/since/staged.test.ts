import { chmodSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { versionAudit } from "../../cli/command-line.ts";
import { commit, git, temporaryRepository } from "../../repository/files/git-repository.ts";
import { writeFiles } from "../../repository/files/temporary-folder.ts";
import { audited, change, manifest, pebble, reported } from "./pebble.ts";

const staged = { by: "staged" } as const;

describe("--staged", () => {
  test("reports what is staged, and neither what is only on disk nor what is not tracked", async () => {
    const root = pebble({ "a.md": "a\n", "b.md": "b\n" });
    writeFiles(root, { "a.md": "a\nnpm install pebble@1.4.2\n" });
    git(root, "add", "a.md");
    writeFiles(root, { "b.md": "npm install pebble@1.4.2\n", "c.md": "npm install pebble@1.4.2\n" });
    expect(await reported(root, staged)).toEqual(["stale-after-bump a.md:2", 1]);
  });

  test("audits the content of the index, wherever the work tree has gone on", async () => {
    const root = pebble();
    writeFiles(root, { "a.md": "npm install pebble@1.4.2\n" });
    git(root, "add", "a.md");
    writeFiles(root, { "a.md": "repaired on disk\n" });
    expect(await reported(root, staged)).toEqual(["stale-after-bump a.md:1", 1]);
    git(root, "add", "a.md");
    writeFiles(root, { "a.md": "npm install pebble@1.4.2\n" });
    expect(await reported(root, staged)).toEqual([1]);
  });

  test("is not fooled by a file that looks untouched", async () => {
    const root = pebble();
    const file = join(root, "a.md");
    writeFileSync(file, "npm install pebble@1.4.2\n");
    git(root, "add", "a.md");
    const { atime, mtime } = statSync(file);
    writeFileSync(file, "npm install pebble@1.4.3\n");
    utimesSync(file, atime, mtime);
    expect(await reported(root, staged)).toEqual(["stale-after-bump a.md:1", 1]);
  });

  test("takes script and configuration from the index as well", async () => {
    const root = pebble();
    const script = readFileSync(join(root, "scripts/places.mjs"), "utf8");
    writeFiles(root, { "scripts/places.mjs": 'export const places = ["package.json"];\n' });
    git(root, "add", "scripts/places.mjs");
    writeFiles(root, { "scripts/places.mjs": script, "version-audit.toml": "not toml" });
    expect(await reported(root, staged)).toEqual(["stale-after-bump packages/web/package.json:3", 1]);
  });

  test("sees a removal and a removal that is not staged", async () => {
    const root = pebble();
    git(root, "rm", "--quiet", "--cached", "packages/old/package.json");
    expect(await reported(root, staged)).toEqual([]);
    git(root, "reset", "--quiet");
    git(root, "checkout-index", "--force", "--all");
    writeFileSync(join(root, "packages/old/package.json"), "");
    expect(await reported(root, staged)).toEqual([1]);
  });

  test("reports all of a repository without a commit", async () => {
    const root = pebble();
    git(root, "update-ref", "-d", "HEAD");
    expect(await reported(root, staged)).toEqual(["stale-after-bump packages/old/package.json:3"]);
  });

  test("finds nothing to audit before anything has been staged", async () => {
    const root = pebble();
    rmSync(join(root, ".git/index"));
    await expect(audited(root, staged)).rejects.toMatchObject({ name: "AuditError" });
  });

  test("is refused in a merge conflict", async () => {
    const root = pebble({ "a.md": "one\n" });
    git(root, "checkout", "--quiet", "-b", "topic");
    writeFiles(root, { "a.md": "two\n" });
    commit(root);
    git(root, "checkout", "--quiet", "main");
    change(root, { "a.md": "three\n" });
    commit(root);
    expect(() => git(root, "merge", "--quiet", "topic")).toThrow();
    await expect(audited(root, staged)).rejects.toMatchObject({ message: "a.md is in a merge conflict" });
  });
});

describe("in a hook", () => {
  /** Installs the audit as the pre-commit hook of git itself. */
  function withHook(root: string): string {
    const hook = join(root, ".git/hooks/pre-commit");
    writeFileSync(
      hook,
      `#!/bin/sh\n${versionAudit} --staged --format json --output "$HOME/.git/report" --fail-on warning\n`,
    );
    chmodSync(hook, 0o755);
    return join(root, ".git/report");
  }

  function places(report: string): string[] {
    const { findings } = JSON.parse(readFileSync(report, "utf8"));
    return findings.map(({ path, line }: { path: string; line: number }) => `${path}:${line}`);
  }

  test("a commit with a stale place is stopped, and one without it is made", () => {
    const root = pebble();
    const report = withHook(root);
    writeFiles(root, { "a.md": "npm install pebble@1.4.2\n" });
    git(root, "add", "a.md");
    expect(() => git(root, "commit", "--quiet", "--message=stale")).toThrow();
    expect(places(report)).toEqual(["a.md:1"]);
    writeFiles(root, { "a.md": "npm install pebble\n" });
    git(root, "add", "a.md");
    git(root, "commit", "--quiet", "--message=clean");
    expect(git(root, "log", "-1", "--format=%s")).toBe("clean\n");
  });

  test.each([
    ["commit --all", ["--all"], ["a.md:1", "b.md:1"]],
    ["commit of one path", ["--only", "b.md"], ["b.md:1"]],
  ])("the index that %s makes is read", (_, args, expected) => {
    const root = pebble({ "a.md": "a\n", "b.md": "b\n" });
    const report = withHook(root);
    writeFiles(root, { "a.md": "npm install pebble@1.4.2\n", "b.md": "npm install pebble@1.4.2\n" });
    git(root, "add", "a.md");
    expect(() => git(root, "commit", "--quiet", "--message=stale", ...args)).toThrow();
    expect(places(report)).toEqual(expected);
  });

  test("an index of another repository is refused", async () => {
    const other = temporaryRepository({
      "package.json": manifest("other"),
      "x.md": "unlike anything else\n",
    });
    await expect(
      audited(pebble(), staged, { GIT_INDEX_FILE: join(other, ".git/index") }),
    ).rejects.toMatchObject({
      message: expect.stringContaining("does not hold the content of"),
      help: expect.stringContaining("GIT_INDEX_FILE"),
    });
  });

  test("an audit that is not of what is staged does not look at it", async () => {
    const root = pebble();
    const { repository } = await audited(root, null, { GIT_INDEX_FILE: join(root, "no-index") });
    expect(repository.has("packages/old/package.json")).toBe(true);
  });
});
