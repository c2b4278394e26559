import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { audit } from "../../src/audit.ts";
import { propose } from "../../src/init/propose.ts";
import { selectiveAudit } from "../../src/selective-audit.ts";
import { temporaryFolder } from "../discover/temporary-folder.ts";
import { pebble } from "../scope/pebble.ts";

/** A git that takes every repository for that of another owner, as git's own test suite makes it do. */
function suspiciousGit(): string {
  const script = `#!/bin/sh\nexport GIT_TEST_ASSUME_DIFFERENT_OWNER=1\nPATH='${process.env["PATH"]}' exec git "$@"\n`;
  const bin = temporaryFolder({ git: script });
  chmodSync(join(bin, "git"), 0o755);
  return bin;
}

/** A repository of another owner, audited by a user who has told git to trust every repository. */
function trusted(): string {
  const root = pebble();
  vi.stubEnv("PATH", `${suspiciousGit()}:${process.env["PATH"]}`);
  vi.stubEnv("HOME", temporaryFolder({ ".gitconfig": "[safe]\n\tdirectory = *\n" }));
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return root;
}

test("the library asks git as its user would, as the README shows it", async () => {
  const { repository, release, notes } = await audit({ root: trusted() });
  expect(repository.git?.tags).toEqual(["v1.4.2"]);
  expect(release.latestTag).toBe("1.4.2");
  expect(notes).toEqual([]);
});

test("so do an audit of what is staged and a proposal", async () => {
  const root = trusted();
  expect((await selectiveAudit({ root, scope: { by: "staged" } })).release.latestTag).toBe("1.4.2");
  const { audit: proposed } = await propose({ root }, () => {});
  expect(proposed?.release.latestTag).toBe("1.4.2");
});

test("an environment that is passed is the only one", async () => {
  const root = trusted();
  const { repository, notes } = await audit({ root, environment: { PATH: process.env["PATH"] } });
  expect(repository.git).toBeNull();
  expect(notes[0]?.message).toContain("dubious ownership");
});
