import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { forgetfulRepository, run, transcript } from "./command-line.ts";

/** The forgetful repository in git, whose script leaves packages/api and writes packages/web. */
function repository(more: Readonly<Record<string, string>> = {}): string {
  const root = forgetfulRepository(more);
  execFileSync("git", ["init", "-q", "-b", "main"], { cwd: root });
  return root;
}

const leftOut = (root: string, folder: string) => {
  const { stdout, code } = run(root, [folder, "--format", "json"]);
  const { findings, summary } = JSON.parse(stdout);
  return { paths: findings.map(({ path }: { path: string }) => path), leftOut: summary.leftOut, code };
};

describe("a folder of a repository", () => {
  test("is audited by the release of the repository, and the report says so", async () => {
    await expect(transcript(repository(), ["packages/api"])).toMatchFileSnapshot("__transcripts__/folder.md");
  });

  test("reports what stands in it, to programs as well", () => {
    const root = repository();
    expect(leftOut(root, "packages/api")).toEqual({
      paths: ["packages/api/package.json"],
      leftOut: [{ by: "folder", of: "packages/api", findings: 1 }],
      code: 1,
    });
    expect(leftOut(root, "packages/web")).toEqual({
      paths: [],
      leftOut: [{ by: "folder", of: "packages/web", findings: 2 }],
      code: 0,
    });
  });

  test("is meant by whoever stands in it", () => {
    const { stdout, stderr } = run(join(repository(), "packages/web"), ["list", "--format", "json"]);
    expect(JSON.parse(stdout).map(({ path }: { path: string }) => path)).toEqual([
      "packages/web/package.json",
    ]);
    expect(stderr).toContain("note: packages/web is a part of the repository");
    expect(run(join(repository(), "packages/web"), ["explain", "package.json:3"]).stderr).toBe("");
    expect(run(join(repository(), "packages/web"), ["completion", "bash"]).stderr).toBe("");
  });

  test("has the configuration and the baseline of the repository", () => {
    const root = repository();
    expect(run(join(root, "packages/web"), ["init", "--quiet"]).code).toBe(0);
    expect(existsSync(join(root, "version-audit.toml"))).toBe(true);
    expect(run(join(root, "packages/web"), ["baseline", "--quiet"]).stdout).toBe(
      "version-audit.baseline.json: 2 findings (2 added, 0 removed)\n",
    );
    expect(run(root, ["explain", "package.json:3", "--root", "packages/web"]).stdout).toContain(
      "packages/web/package.json",
    );
  });

  const manifest = '{ "name": "@acme/own", "version": "1.4.2" }\n';
  test.each([
    ["with a configuration of its own", "packages/own", { "packages/own/version-audit.toml": "" }],
    ["among fixtures", "fixtures/own", {}],
    ["that git ignores", "out/own", { ".gitignore": "out/\n" }],
  ])("%s stands for itself", (_, folder, more) => {
    const root = repository({ [`${folder}/package.json`]: manifest, ...more });
    const { stdout, stderr, code } = run(root, ["list", folder, "--format", "json"]);
    expect(stderr).not.toContain("is a part of");
    // Nothing in it says how it is released.
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  });

  test("with a configuration that is named stands for itself", () => {
    const root = repository({ "own.toml": '[[release]]\nname = "cut"\ncommand = "true {version}"\n' });
    const { stderr, code } = run(root, ["packages/web", "--config", "own.toml"]);
    expect(stderr).toContain("every [[release]] needs --engine command");
    expect(code).toBe(2);
  });
});
