import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { forgetfulRepository, keptVersionAudit } from "../cli/command-line.ts";
import { temporaryFolder } from "../config/temporary-repository.ts";
import { writeFiles } from "../repository/files/temporary-folder.ts";

const project = join(import.meta.dirname, "../..");
const action = v.parse(
  v.object({
    inputs: v.record(v.string(), v.object({ description: v.string(), default: v.string() })),
    outputs: v.record(v.string(), v.object({ description: v.string(), value: v.string() })),
    runs: v.object({
      steps: v.array(
        v.object({
          name: v.string(),
          run: v.optional(v.string()),
          uses: v.optional(v.string()),
          env: v.optional(v.record(v.string(), v.string())),
        }),
      ),
    }),
  }),
  parse(readFileSync(join(project, "action.yml"), "utf8")),
);

/** Runs the step "Audit" as the runner does: bash, the inputs in its environment, files for outputs and summary. */
function audit(
  root: string,
  inputs: Readonly<Record<string, string>>,
  runner: Readonly<Record<string, string>> = {},
) {
  const temporary = temporaryFolder({ output: "", summary: "" });
  const bin = join(temporary, "version-audit/node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "version-audit"), `#!/bin/sh\nexec ${keptVersionAudit()} "$@"\n`, { mode: 0o755 });
  const step = action.runs.steps.find(({ name }) => name === "Audit");
  const given = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? "";
      return [name, inputs[input] ?? action.inputs[input]?.default ?? "no such input"];
    }),
  );
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? "exit 99"],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        HOME: temporary,
        GITHUB_ACTIONS: "true",
        GITHUB_ACTION_PATH: project,
        GITHUB_OUTPUT: join(temporary, "output"),
        GITHUB_STEP_SUMMARY: join(temporary, "summary"),
        RUNNER_TEMP: temporary,
        ...given,
        ...runner,
      },
    },
  );
  const read = (name: string) => readFileSync(join(temporary, name), "utf8");
  const outputs = Object.fromEntries(
    read("output")
      .trim()
      .split("\n")
      .map((line) => line.split("=")),
  );
  return { status, stdout, stderr, outputs, summary: read("summary") };
}

test("fails for findings, with the log, annotations, a summary, SARIF and outputs", () => {
  const root = forgetfulRepository({ ".gitignore": "*.sarif\n" });
  const { status, stdout, outputs, summary } = audit(root, { sarif: "audit.sarif" });
  expect(status).toBe(1);
  expect(outputs).toEqual({
    "exit-code": "1",
    findings: expect.stringMatching(/^[1-9]\d*$/),
    coverage: "66.6",
    "sarif-file": join(root, "audit.sarif"),
  });
  expect(stdout).toMatch(
    /^::stop-commands::(\w{32})\n[\s\S]*@acme\/api stays at 1\.4\.2[\s\S]*\n::\1::\n::error /,
  );
  expect(summary).toContain("stale-after-bump");
  expect(JSON.parse(readFileSync(join(root, "audit.sarif"), "utf8")).version).toBe("2.1.0");
});

test("the recipe for pull requests keeps one comment up to date", () => {
  const root = forgetfulRepository({ ".gitignore": "comment.md\nposted\n" });
  const page = readFileSync(join(project, "docs/ci.md"), "utf8");
  const section = page.slice(page.indexOf("## One comment in a pull request"));
  const recipe = /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? "";
  expect(recipe.trim().split("\n")).toHaveLength(5);
  const [first, second] = parse(recipe);
  const { comment } = first.with;
  expect(audit(root, { ...first.with, since: "" }).status).toBe(1);
  const gh = `#!/bin/sh\nprintf '%s\\n' "$@" >posted/args\nwhile [ $# -gt 1 ]; do shift; done\ncp "$1" posted/body\n`;
  writeFiles(root, { "bin/gh": gh, "posted/nothing": "" });
  chmodSync(join(root, "bin/gh"), 0o755);
  const post = () =>
    spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", second.run], {
      cwd: root,
      env: { PATH: `${join(root, "bin")}:${process.env["PATH"]}`, PR: "https://github.com/o/r/pull/7 x" },
    }).status;
  expect(post()).toBe(0);
  expect(readFileSync(join(root, "posted/args"), "utf8").split("\n")).toEqual([
    ...["pr", "comment", "https://github.com/o/r/pull/7 x", "--edit-last", "--create-if-none"],
    ...["--body-file", comment, ""],
  ]);
  expect(readFileSync(join(root, "posted/body"), "utf8")).toContain("### version-audit: 1 error");
  rmSync(join(root, comment));
  rmSync(join(root, "posted/args"));
  expect(post()).toBe(0);
  expect(existsSync(join(root, "posted/args"))).toBe(false);
});

test("the recipe for suggestions posts a review where there is one, and nothing where there is none", () => {
  const page = readFileSync(join(project, "docs/ci.md"), "utf8");
  const section = page.slice(page.indexOf("## Suggestions to commit by a click"));
  const [step] = parse(/```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? "");
  const root = temporaryFolder({
    "bin/version-audit": '#!/bin/sh\nprintf "%s\\n" "$@" >asked\ncp given.json review.json\n',
    "bin/gh": '#!/bin/sh\nprintf "%s\\n" "$@" >posted\n',
  });
  for (const name of ["version-audit", "gh"]) chmodSync(join(root, "bin", name), 0o755);
  const posted = (comments: readonly unknown[]) => {
    rmSync(join(root, "posted"), { force: true });
    writeFileSync(join(root, "given.json"), JSON.stringify({ event: "COMMENT", body: "x", comments }));
    const { status } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
      cwd: root,
      env: { PATH: `${join(root, "bin")}:${process.env["PATH"]}`, BASE: "abc", PULL: "repos/o/r/pulls/7" },
    });
    expect(status).toBe(0);
    return existsSync(join(root, "posted")) ? readFileSync(join(root, "posted"), "utf8") : null;
  };
  expect(posted([])).toBeNull();
  expect(posted([{ path: "a", line: 1, side: "RIGHT", body: "x" }])).toBe(
    "api\nrepos/o/r/pulls/7/reviews\n--input\nreview.json\n",
  );
  expect(readFileSync(join(root, "asked"), "utf8")).toBe(
    "suggest\n--quiet\n--review\nabc\n--output\nreview.json\n",
  );
});

test("passes below fail-on, and leaves annotations out when told so", () => {
  const { status, stdout, outputs, summary } = audit(forgetfulRepository(), {
    "fail-on": "never",
    annotate: "false",
  });
  expect(status).toBe(0);
  expect(outputs["exit-code"]).toBe("0");
  expect(stdout).not.toContain("::error");
  expect(summary).toBe("");
});

test("ends with 2 and empty outputs when the audit could not be made", () => {
  const { status, outputs } = audit(temporaryFolder({ "package.json": "{}\n" }), {});
  expect(status).toBe(2);
  expect(outputs).toEqual({ "exit-code": "2" });
});

const hostile: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["an option for a path", { path: "--help" }],
  ["another option for a path", { path: "--version" }],
  ["two dashes for a path", { path: "--" }],
  ["a command for a path", { path: "completion" }],
  ["a path that is not there", { path: "nowhere" }],
  ["a path with a line break", { path: ".\nexit-code=0" }],
  ["a path with a substitution", { path: "$(touch hacked)" }],
  ["a path with backquotes", { path: "`touch hacked`" }],
  ["a path with quotes", { path: '"; touch hacked; "' }],
  ["a severity that is none", { "fail-on": "--help" }],
  ["a severity with an option", { "fail-on": "never --help" }],
  ["an empty severity", { "fail-on": "" }],
  ["a format with a file", { format: "text:/tmp/hacked" }],
  ["a format that cannot annotate", { format: "yaml" }],
  ["a format with a line break", { format: "text\n" }],
  ["a boolean that is none", { annotate: "yes" }],
  ["a boolean with a blank", { annotate: "true " }],
  ["another boolean that is none", { "upload-sarif": "1" }],
  ["an upload of no file", { "upload-sarif": "true" }],
  ["an option for a revision", { since: "--output=hacked" }],
  ["a revision with a line break", { since: "HEAD\nexit-code=0" }],
  ["a revision that is not there", { since: "$(touch hacked)" }],
  ["an option for a configuration", { config: "--help" }],
  ["an option for a baseline", { baseline: "--help" }],
  ["a SARIF file that forges an output", { sarif: "out.sarif\nexit-code=0" }],
  ["a comment that forges an output", { comment: "out.md\nexit-code=0" }],
  ["a SARIF file in a folder that is not there", { sarif: "nowhere/out.sarif" }],
];

test.each(hostile)("%s does not pass the gate and starts nothing", (_name, inputs) => {
  const root = forgetfulRepository();
  const { status, stdout, outputs } = audit(root, inputs);
  expect([1, 2]).toContain(status);
  expect(outputs["exit-code"]).toBe(String(status));
  expect(existsSync(join(root, "hacked"))).toBe(false);
  expect(existsSync("/tmp/hacked")).toBe(false);
  expect(stdout).not.toContain("Usage:");
});

test.each([
  ["names a folder", "/tmp", /the summary of the job cannot be written to \/tmp/],
  ["is not named", "", /the runner names no file for the summary of the job/],
])("a summary that %s is a clear error, and no release passes for it", (_, summary, message) => {
  const runner = { GITHUB_STEP_SUMMARY: summary };
  const { status, stderr, outputs } = audit(forgetfulRepository(), { "fail-on": "never" }, runner);
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
  expect(outputs["exit-code"]).toBe("2");
});

test("booleans are read as a workflow writes them", () => {
  const { status, stdout } = audit(forgetfulRepository(), { annotate: "FALSE" });
  expect(status).toBe(1);
  expect(stdout).not.toContain("::error");
});

test("every output is one that the audit gives, and every used action is pinned by a full hash", () => {
  const names = Object.values(action.outputs).map(({ value }) => /outputs\.([\w-]+)/.exec(value)?.[1]);
  expect(names.sort()).toEqual(["coverage", "exit-code", "findings", "sarif-file"]);
  const workflow = readFileSync(join(project, ".github/workflows/release.yml"), "utf8");
  const used = [...workflow.matchAll(/uses: (\S+)/g)].map(([, name = ""]) => name);
  for (const name of [...used, ...action.runs.steps.flatMap(({ uses }) => uses ?? [])])
    expect(name).toMatch(/@[0-9a-f]{40}$/);
});
