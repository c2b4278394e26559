import { realpathSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { knowsLinks } from "../../src/cli/hyperlinks.ts";
import { commit, git } from "../repository/files/git-repository.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { forgetfulRepository, run } from "./command-line.ts";

describe("a message names what is wrong", () => {
  test("a misspelt command with its argument", () => {
    const { stderr, code } = run(temporaryFolder({}), ["explian", "package.json"]);
    expect([code, stderr]).toEqual([2, "error: there is no command explian\n(Did you mean explain?)\n"]);
  });

  test("an empty folder", () => {
    const { stderr, code } = run(temporaryFolder({}), []);
    expect(code).toBe(2);
    expect(stderr).toContain("error: there is no file to audit: the folder is empty\n");
  });

  test("a configuration that is not there", () => {
    const { stderr, code } = run(forgetfulRepository(), ["--config", "nope.toml"]);
    expect(code).toBe(2);
    expect(stderr).toContain("error: the configuration nope.toml cannot be read: ENOENT");
  });

  test("a manifest that does not parse", () => {
    const { stderr, code } = run(temporaryFolder({ "package.json": '{ "version": "1.2.3",' }), []);
    expect(code).toBe(2);
    expect(stderr).toContain("seen: package.json: does not parse as JSON at line 1");
    expect(stderr).toContain("help: mend what cannot be read");
  });
});

test("a target that is no step forward is said by every command that takes one", () => {
  const root = forgetfulRepository();
  const below = "the version 1.0.0 of --to is below 1.4.2, which it holds now";
  expect(run(root, ["--to", "1.0.0"]).stdout).toContain(below);
  expect(run(root, ["diff", "--to", "1.0.0"]).stderr).toContain(`note: ${below}\n`);
  expect(run(root, ["rehearse", "--to", "1.4.2"]).stderr).toContain(
    "note: the version 1.4.2 of --to is what the release holds already\n",
  );
  expect(run(root, ["diff", "--to", "1.5.0"]).stderr).not.toContain("--to");
});

test("without --to the patch is that of the version which the audit takes for the next", () => {
  const root = forgetfulRepository();
  const { stdout, stderr, code } = run(root, ["diff"]);
  expect(code).toBe(0);
  expect(stdout).toBe(run(root, ["diff", "--to", "1.4.3"]).stdout);
  expect(stderr).toContain(
    "note: the patch is that of 1.4.3, the version after 1.4.2; --to names another one\n",
  );
});

test("explain finds the repository of a place, wherever it is asked", () => {
  const root = forgetfulRepository();
  git(root, "init", "--quiet", "--initial-branch=main");
  commit(root);
  const web = join(root, "packages/web");
  const told = run(root, ["explain", "packages/web/package.json:3"]).stdout;
  expect(told).toContain("--> packages/web/package.json:3:15");
  expect(run(web, ["explain", "package.json:3"]).stdout).toBe(told);
  expect(run(web, ["explain", "packages/web/package.json:3"]).stdout).toBe(told);
  expect(run(temporaryFolder({}), ["explain", join(web, "package.json:3")]).stdout).toBe(told);
  expect(run(web, ["explain", "package.json:3", "--root", "."]).stdout).toBe(told);
});

test("a place in a file that does not exist is refused before anything is audited", () => {
  // An audit of this repository ends with an error of its own, which must not be what is told.
  const root = temporaryFolder({ "version-audit.toml": "no TOML" });
  const { stderr, code } = run(root, ["explain", "packages/web/package.json:3"]);
  expect([code, stderr.replaceAll(realpathSync(root), "<root>")]).toEqual([
    2,
    "error: there is no file packages/web/package.json\n   = help: It was looked for in <root>; version-audit list shows every place.\n",
  ]);
});

test("the list starts with a summary and shows what needs a hand first", () => {
  const root = forgetfulRepository({ Dockerfile: "FROM node:22.1.0\n" });
  const [summary, coverage, , first] = run(root, ["list"]).stdout.split("\n");
  expect(summary).toBe("4 version strings: 1 stale · 2 covered · 1 external");
  expect(coverage).toBe("coverage: 2 of 3 owed places (66.6 %)");
  expect(first).toMatch(/^stale {2}packages\/api\/package\.json:3:15 {2}1\.4\.2/);
  expect(run(root, ["list", "--verdict", "behind"]).stdout).toMatch(/^0 of 4 version strings\n/);
});

test("what is excluded is not reported, and counted", () => {
  const root = forgetfulRepository();
  const { stdout, code } = run(root, ["--exclude", "packages/api/**", "--exclude", "gone/**"]);
  expect(code).toBe(0);
  expect(stdout).toContain("1 finding in what --exclude packages/api/**, gone/** leaves out");
  expect(stdout).toContain("--exclude gone/** matches no file");
  expect(stdout).toContain("2 of 3 owed places");
});

test("a file that does not parse is noted where it could hide a version of the product, and only there", () => {
  const root = forgetfulRepository({
    "samples/broken/package.json": '{ "port": 1,,',
    "samples/own/package.json": '{ "uses": "@acme/web",,',
    "samples/versioned/package.json": '{ "uses": "1.4.2",,',
  });
  const { stdout } = run(root, []);
  expect(stdout).toContain("samples/own/package.json: Does not parse");
  expect(stdout).toContain("samples/versioned/package.json: Does not parse");
  expect(stdout).not.toContain("samples/broken/package.json");
});

test.each([
  [{ TERM_PROGRAM: "vscode" }, true],
  [{ TERM: "xterm-kitty" }, true],
  [{ WT_SESSION: "1" }, true],
  [{ VTE_VERSION: "6800" }, true],
  [{ VTE_VERSION: "4200", TERM: "xterm-256color" }, false],
  [{ TERM_PROGRAM: "Apple_Terminal", TERM: "xterm-256color" }, false],
  [{ FORCE_HYPERLINK: "1" }, true],
  [{ FORCE_HYPERLINK: "0", TERM_PROGRAM: "vscode" }, false],
  [{}, false],
])("a terminal that says %j knows links: %s", (environment, expected) => {
  expect(knowsLinks(environment)).toBe(expected);
});
