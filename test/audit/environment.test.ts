import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { audit } from "../../src/audit.ts";
import { propose } from "../../src/propose/init/propose.ts";
import { auditSelection } from "../../src/selection/audit-selection.ts";
import { git } from "../repository/files/git-repository.ts";
import { temporaryFolder, writeFiles } from "../repository/files/temporary-folder.ts";
import { pebble } from "../selection/since/pebble.ts";

/** A git that takes every repository for that of another owner, as git's own test suite makes it do. */
function suspiciousGit(): string {
  const script = `#!/bin/sh\nexport GIT_TEST_ASSUME_DIFFERENT_OWNER=1\nPATH='${process.env["PATH"]}' exec git "$@"\n`;
  const bin = temporaryFolder({ git: script });
  chmodSync(join(bin, "git"), 0o755);
  return bin;
}

/**
 * A repository of another owner, audited by a user who has told git to trust every repository and to leave notes out
 * of all of them. The git on the path, and no other one, knows of the owner.
 */
function trusted(): string {
  const root = pebble();
  writeFiles(root, { "private.notes": "npm install pebble@1.4.2\n" });
  const home = temporaryFolder({ ignored: "*.notes\n" });
  writeFiles(home, { ".gitconfig": `[safe]\n\tdirectory = *\n[core]\n\texcludesFile = ${home}/ignored\n` });
  vi.stubEnv("PATH", `${suspiciousGit()}:${process.env["PATH"]}`);
  vi.stubEnv("HOME", home);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return root;
}

test("the library asks git as its user would, as the README shows it", async () => {
  const { repository, release, notes } = await audit({ root: trusted() });
  expect(repository.has("private.notes")).toBe(false);
  expect(repository.git?.tags).toEqual(["v1.4.2"]);
  expect(release.latestTag).toBe("1.4.2");
  expect(notes).toEqual([]);
});

test("so does a proposal", async () => {
  const { audit: proposed } = await propose({ root: trusted() }, () => {});
  expect(proposed?.repository.has("private.notes")).toBe(false);
  expect(proposed?.release.latestTag).toBe("1.4.2");
});

test("an audit of what is staged reads the index that a hook works with", async () => {
  const root = pebble();
  const index = join(root, ".git/another-index");
  copyFileSync(join(root, ".git/index"), index);
  writeFiles(root, { "a.md": "npm install pebble@1.4.2\n" });
  git(root, "add", "a.md");
  vi.stubEnv("GIT_INDEX_FILE", index);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const { repository } = await auditSelection({ root, scope: { by: "staged" } });
  expect(repository.has("a.md")).toBe(false);
});

test("an environment that is passed is the only one", async () => {
  const root = trusted();
  const { repository, notes } = await audit({ root, environment: { PATH: process.env["PATH"] } });
  expect(repository.git).toBeNull();
  expect(notes[0]?.message).toContain("dubious ownership");
});
