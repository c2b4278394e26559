import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { forgetfulRepository, keptVersionAudit } from "../cli/command-line.ts";
import { temporaryFolder, writeFiles } from "../repository/files/temporary-folder.ts";
import { action, installedIn, runAction } from "./composite.ts";

const project = join(import.meta.dirname, "../..");
/** Runs the action over a folder as the runner does; version-audit is taken for installed. */
function audit(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  runner: Readonly<Record<string, string>> = {},
) {
  const temporary = temporaryFolder({});
  installedIn(temporary, keptVersionAudit());
  return runAction({ workspace, temporary, inputs, runner }, "Install version-audit");
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
  ["a SARIF file that is called like an option", { sarif: "--help" }],
  ["a JSON file that is called like an option", { json: "--fail-on=never" }],
  ["a SARIF file through a link that leads out", { sarif: "out" }],
  ["a JSON file through a link that leads out", { json: "out" }],
  ["a comment through a link that leads out", { comment: "out" }],
  ["a path that leads out of the workspace", { path: "../elsewhere" }],
  ["a path through a link that leads out of the workspace", { path: "linked" }],
  ["a path from the root", { path: "/" }],
  ["a path of workflow commands", { path: "::error::forged" }],
  ["a very long path", { path: "a/".repeat(50_000) }],
  ["a very long revision", { since: "a".repeat(100_000) }],
  ["a revision of controls of eight bits", { since: "\u009b31m\u0085" }],
  ["a revision that turns text around", { since: "\u202e\u2028::error::forged" }],
  ["a revision of a workflow command", { since: "##[add-mask]forged" }],
  ["a configuration of a workflow command", { config: "::add-mask::forged" }],
  ["a configuration that is a folder", { config: "packages" }],
  ["a configuration with backquotes", { config: "`touch hacked`" }],
  ["a baseline with a substitution", { baseline: "$(touch hacked)" }],
  ["a severity of other letters", { "fail-on": "Error" }],
  ["a severity with a blank", { "fail-on": " never" }],
  ["a format of other letters", { format: "TEXT" }],
  ["a format for code scanning in the log", { format: "sarif" }],
  ["annotations in the place of the log", { format: "github" }],
  ["an empty format", { format: "" }],
  ["a boolean of mixed letters", { annotate: "tRUE" }],
  ["an empty boolean", { annotate: "" }],
  ["a boolean of YAML 1.1", { annotate: "on" }],
  ["a boolean with a line break", { annotate: "false\nexit-code=0" }],
  ["a folder to work in that is not there", { "working-directory": "$(touch hacked)" }],
  ["a folder to work in that leads out", { "working-directory": "../elsewhere" }],
];

/** A repository in which a release forgets a place, links that lead out of it, and beside it what is none of its business. */
function beside(): { readonly place: string; readonly root: string } {
  const repository = forgetfulRepository();
  const place = temporaryFolder({
    precious: "precious",
    "elsewhere/package.json": '{ "name": "b", "version": "1.0.0" }\n',
  });
  const root = join(place, "workspace");
  cpSync(repository, root, { recursive: true });
  symlinkSync("../precious", join(root, "out"));
  symlinkSync("../elsewhere", join(root, "linked"));
  return { place, root };
}

test.each(hostile)("%s does not pass the gate and starts nothing", (_name, inputs) => {
  const { place, root } = beside();
  const { status, stdout, stderr, outputs, commands } = audit(root, inputs);
  expect([1, 2]).toContain(status);
  // A step that does not come to its shell leaves no output.
  expect(outputs["exit-code"] ?? (inputs["working-directory"] && String(status))).toBe(String(status));
  expect(commands.filter((name) => !["error", "warning", "notice"].includes(name))).toEqual([]);
  expect(stdout).not.toMatch(/Usage:|[\u0080-\u009f\u2028\u2029\u202a-\u202e]/u);
  expect(stderr).not.toMatch(/^::|##\[|[\u0080-\u009f\u2028\u2029\u202a-\u202e]/mu);
  const found = readdirSync(place, { recursive: true, encoding: "utf8" });
  expect(found.filter((path) => path.includes("hacked"))).toEqual([]);
  expect(readFileSync(join(place, "precious"), "utf8")).toBe("precious");
  expect(existsSync("/tmp/hacked")).toBe(false);
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

test.each([
  "--help",
  "nowhere.tgz",
  "$(touch hacked)",
  "a\nexit-code=0",
  "packages",
])("a package at %j is not installed, and nothing is audited", (tarball) => {
  const { place, root } = beside();
  const temporary = temporaryFolder({});
  const { status, outputs, commands } = runAction({
    workspace: root,
    temporary,
    inputs: { tarball },
    runner: {},
  });
  expect(status).not.toBe(0);
  expect([outputs, commands]).toEqual([{}, []]);
  expect(
    readdirSync(place, { recursive: true, encoding: "utf8" }).filter((path) => path.includes("hacked")),
  ).toEqual([]);
});

test("names and texts of the repository are no commands for the runner", () => {
  const text = "a\n::add-mask::b\r::stop-commands::x\u2028##[error]c\n::set-output name=exit-code::0";
  const root = forgetfulRepository({
    [`packages/${text.replaceAll("/", "_")}/package.json`]: JSON.stringify(
      { name: `@acme/${text}`, version: "1.4.2", description: text },
      null,
      2,
    ),
  });
  for (const format of ["text", "json", "markdown", "junit"]) {
    const { status, commands, outputs } = audit(root, { format, sarif: "audit.sarif" });
    expect(status).toBe(1);
    expect(commands.filter((name) => !["error", "warning", "notice"].includes(name))).toEqual([]);
    expect(Object.keys(outputs)).toEqual(["exit-code", "findings", "coverage", "sarif-file"]);
  }
});

test("a report is uploaded only where that is wanted, whatever became of the audit", () => {
  const { used } = audit(forgetfulRepository(), { "upload-sarif": "TRUE", sarif: "audit.sarif" });
  expect(used).toEqual([
    {
      uses: expect.stringMatching(/^github\/codeql-action\/upload-sarif@/u),
      with: { sarif_file: expect.stringMatching(/audit\.sarif$/u), category: "version-audit" },
    },
  ]);
  expect(audit(forgetfulRepository(), { "upload-sarif": "False", sarif: "audit.sarif" }).used).toEqual([]);
  expect(audit(forgetfulRepository(), { "upload-sarif": "true", sarif: "nowhere/x" }).used).toEqual([]);
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
