import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { forgetfulRepository, run, transcript } from "./command-line.ts";

const script = `import { execSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

console.log("cutting", process.argv[2]);
execSync("git tag -l");
const text = readFileSync("package.json", "utf8");
writeFileSync("package.json", text.replace("1.4.2", process.argv[2]));
console.log("package.json is written");
execSync("cargo check", { cwd: "packages" });
writeFileSync("VERSION", process.argv[2]);
console.error("done");
`;

describe("rehearse", () => {
  test("tells the release in its order and touches nothing", async () => {
    const root = forgetfulRepository({ "scripts/release.mjs": script });
    await expect(transcript(root, ["rehearse", "--to", "1.5.0"])).toMatchFileSnapshot(
      "__transcripts__/rehearse.md",
    );
    expect(readFileSync(join(root, "package.json"), "utf8")).toContain("1.4.2");
  });

  test("gives the same steps as json, for the next version when none is named", () => {
    const root = forgetfulRepository({ "scripts/release.mjs": script });
    const { stdout, code } = run(root, ["rehearse", "--format", "json"]);
    const [release] = JSON.parse(stdout).releases;
    expect(code).toBe(0);
    expect(release.target).toBe("1.4.3");
    expect(release.steps.map(nameOf)).toEqual([
      "cutting 1.4.3\n",
      "git tag -l: computed",
      "change package.json",
      "package.json is written\n",
      "cargo check: not run",
      "create VERSION",
      "done\n",
    ]);
  });

  test.each(["rehearse", "diff"])("%s says that nothing shows how the repository is released", (command) => {
    const root = forgetfulRepository({ "scripts/release.mjs": 'console.log("nothing is written");\n' });
    const { stdout, stderr, code } = run(root, [command]);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
    expect(stderr).toContain("nothing shows how this repository is released");
  });

  test("shows how far a script came that fails, and fails too", () => {
    const failing = `${script}throw new Error("the token is missing");\n`;
    const { stdout, code } = run(forgetfulRepository({ "scripts/release.mjs": failing }), ["rehearse"]);
    expect(stdout).toContain("creates VERSION");
    expect(stdout).toMatch(
      /ended {5}failed\nbecause {3}.*the token is missing .*at scripts\/release\.mjs:12:/,
    );
    expect(code).toBe(2);
  });
});

function nameOf(step: Record<string, string>): string {
  if (step["does"] === "say") return String(step["text"]);
  return step["does"] === "command"
    ? `${step["command"]}: ${step["answer"]}`
    : `${step["kind"]} ${step["path"]}`;
}
