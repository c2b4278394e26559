import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forgetfulRepository, run } from "./command-line.ts";

const runner = (root: string) => ({
  GITHUB_ACTIONS: "true",
  GITHUB_STEP_SUMMARY: join(root, "../summary-of-version-audit.md"),
});

test("in GitHub Actions the default is text, annotations and the summary of the job", () => {
  const root = forgetfulRepository({ ".gitignore": "summary.md\n" });
  const env = { ...runner(root), GITHUB_STEP_SUMMARY: join(root, "summary.md") };
  const { stdout, code } = run(root, [], env);
  expect(code).toBe(1);
  const [, token, text, rest] = /^::stop-commands::([0-9a-f]{64})\n(.*)::\1::\n(.*)$/s.exec(stdout) ?? [];
  expect(token).toBeDefined();
  expect(text).toContain("error[stale-after-bump]: @acme/api stays at 1.4.2");
  expect(rest).toMatch(/^::error title=stale-after-bump,file=packages\/api\/package\.json,line=3/m);
  expect(text).toMatch(/^coverage {2}/m);
  const others = rest?.split("\n").filter((line) => !/^(?:::(?:error|warning|notice) .*)?$/.test(line));
  expect(others).toEqual([]);
  expect(readFileSync(join(root, "summary.md"), "utf8")).toContain("stale-after-bump");
});

test("a format that is named is the only one", () => {
  const root = forgetfulRepository();
  const { stdout } = run(root, ["--format", "text"], runner(root));
  expect(stdout).not.toContain("::error");
  expect(stdout).not.toContain("::stop-commands::");
});
