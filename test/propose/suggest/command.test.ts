import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { forgetfulRepository, run, transcript, versionAudit } from "../../cli/command-line.ts";

const lockfile = `lockfileVersion: '9.0'

packages:

  '@acme/web@1.0.0':
    resolution: {integrity: sha512-AAAA}
`;

describe("suggest", () => {
  test("prints a patch, and on standard error what it does", async () => {
    const root = forgetfulRepository({ "docs/pnpm-lock.yaml": lockfile });
    await expect(transcript(root, ["suggest"])).toMatchFileSnapshot("__transcripts__/suggest.md");
  });

  test("leaves ignores to be pasted", async () => {
    const root = forgetfulRepository({ "docs/pnpm-lock.yaml": lockfile });
    await expect(transcript(root, ["suggest", "--no-ignore"])).toMatchFileSnapshot(
      "__transcripts__/suggest-no-ignore.md",
    );
  });

  test("is applied through a pipe, and leaves nothing to suggest", () => {
    const root = forgetfulRepository();
    execFileSync("sh", ["-c", `${versionAudit} suggest --quiet | git apply`], { cwd: root, stdio: "pipe" });
    expect(run(root, ["list", "--verdict", "stale,behind"]).stdout).toBe(
      "0 of 3 version strings\ncoverage: 3 of 3 owed places (100.0 %)\n",
    );
    expect(run(root, ["suggest"])).toEqual({
      stdout: "",
      stderr: "every place that the release owes a version is covered\n",
      code: 0,
    });
  });

  test("names paths from the top of the work tree for a folder that has a configuration of its own", () => {
    const top = forgetfulRepository();
    const root = join(top, "part");
    execFileSync("sh", ["-c", "mkdir part && mv package.json packages scripts part/ && git init --quiet"], {
      cwd: top,
    });
    const release = '[[release]]\nname = "release"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n';
    writeFileSync(join(root, "version-audit.toml"), release);
    const { stdout } = run(root, ["suggest"]);
    expect(stdout).toContain("diff --git a/part/scripts/release.mjs b/part/scripts/release.mjs");
    execFileSync("git", ["apply"], { cwd: top, input: stdout });
    expect(readFileSync(join(root, "scripts/release.mjs"), "utf8")).toContain('"packages/api/package.json"]');
  });

  test("goes to a file with --output", () => {
    const root = forgetfulRepository();
    expect(run(root, ["suggest", "--quiet", "--output", "repairs.patch"])).toEqual({
      stdout: "",
      stderr: "",
      code: 0,
    });
    expect(readFileSync(join(root, "repairs.patch"), "utf8")).toContain("+++ b/scripts/release.mjs");
  });
});
