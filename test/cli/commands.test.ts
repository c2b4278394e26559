import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { forgetfulRepository, run, transcript, versionAudit } from "./command-line.ts";

function diffOf(script: string) {
  return run(forgetfulRepository({ "scripts/release.mjs": script }), ["diff", "--to", "1.5.0"]);
}

describe("diff", () => {
  test("prints the patch of the release, which git applies", () => {
    const root = forgetfulRepository();
    execFileSync("sh", ["-c", `${versionAudit} diff --to 2.0.0-rc.1 | git apply`], { cwd: root });
    const version = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8")).version;
    expect(version("package.json")).toBe("2.0.0-rc.1");
    expect(version("packages/web/package.json")).toBe("2.0.0-rc.1");
    expect(version("packages/api/package.json")).toBe("1.4.2");
  });

  test("counts with --stat", async () => {
    const root = forgetfulRepository();
    await expect(transcript(root, ["diff", "--to", "1.5.0", "--stat"])).toMatchFileSnapshot(
      "__transcripts__/diff-stat.md",
    );
  });

  test("names the commands whose work is not in the patch", () => {
    const script =
      'import { execSync } from "node:child_process";\nexecSync("cargo update " + process.argv[2]);\nexecSync("git add .");\nlet writeFile;\n';
    const { stdout, stderr, code } = diffOf(script);
    expect({ stdout, code }).toEqual({ stdout: "", code: 0 });
    expect(stderr).toBe(
      "note: the release changes no file\nnote: not run, so not in the patch: cargo update 1.5.0\n",
    );
  });

  test("prints no patch of a script that fails", () => {
    const script =
      'import { writeFileSync } from "node:fs";\nwriteFileSync("a", process.argv[2]);\nthrow new Error("no");\n';
    const { stdout, stderr, code } = diffOf(script);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
    expect(stderr).toContain("--> scripts/release.mjs:3");
  });

  test.each([[["diff", "--to", "next"], "--to next is no version"]])("%j is refused", (args, message) => {
    const { stderr, code } = run(forgetfulRepository(), args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe("list", () => {
  test("is a table of the occurrences", async () => {
    await expect(transcript(forgetfulRepository(), ["list"])).toMatchFileSnapshot("__transcripts__/list.md");
  });

  test.each([
    [["--verdict", "stale"], ["packages/api/package.json"]],
    [
      ["--verdict", "stale,covered", "--path", "packages/**"],
      ["packages/api/package.json", "packages/web/package.json"],
    ],
    [
      ["--subject", "npm:@acme/*", "--kind", "manifest-version"],
      ["packages/api/package.json", "packages/web/package.json"],
    ],
    [["--subject", "acme"], ["package.json"]],
  ])("is filtered by %j", (args, paths) => {
    const { stdout, code } = run(forgetfulRepository(), ["list", ...args, "--format", "json"]);
    expect(JSON.parse(stdout).map(({ path }: { path: string }) => path)).toEqual(paths);
    expect(code).toBe(0);
  });

  test("has no other formats", () => {
    const { stderr, code } = run(forgetfulRepository(), ["list", "--format", "sarif"]);
    expect(stderr).toContain("list prints either text or json");
    expect(code).toBe(2);
  });
});

describe("explain", () => {
  test("shows the evidence for a place", async () => {
    const root = forgetfulRepository();
    await expect(transcript(root, ["explain", "packages/api/package.json:3"])).toMatchFileSnapshot(
      "__transcripts__/explain.md",
    );
  });

  test("is JSON on demand, and takes a column and a root", () => {
    const root = forgetfulRepository();
    const args = ["explain", "package.json:3:15", "--root", root, "--format", "json"];
    const [explanation, ...rest] = JSON.parse(run("/", args).stdout);
    expect(rest).toEqual([]);
    expect(explanation).toMatchObject({
      path: "package.json",
      line: 3,
      column: 15,
      verdict: "covered",
      reach: { step: "written" },
    });
    expect(explanation.evidence.filter(({ decided }: { decided: boolean }) => decided)).toHaveLength(1);
  });

  test.each([
    ["package.json:1", "no version string stands on line 1 of package.json"],
    ["package.json:3:2", "no version string stands at package.json:3:2"],
    ["nothing.json", "there is no file nothing.json"],
    ["nothing.json:3:1", "there is no file nothing.json"],
    ["package.json/scripts", "there is no file package.json/scripts"],
    ["out.json", "out.json is not a file of this repository"],
  ])("%s is refused", (place, message) => {
    const { stderr, code } = run(forgetfulRepository({ ".gitignore": "out.json\n", "out.json": "{}" }), [
      "explain",
      place,
    ]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});
