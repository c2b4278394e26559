import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { forgetfulRepository, keptVersionAudit, run } from "../cli/command-line.ts";
import { commandLines } from "../docs/page-pieces.ts";
import { commit, git } from "../repository/files/git-repository.ts";
import { temporaryFolder, writeFiles } from "../repository/files/temporary-folder.ts";

const project = join(import.meta.dirname, "../..");
const path = ".github/workflows/organisation.yml";
const workflow = parse(readFileSync(join(project, path), "utf8"));
const { repositories, audit, merge } = workflow.jobs;

const step = (job: { steps: { name?: string; run?: string }[] }, name: string): string =>
  job.steps.find((each) => each.name === name)?.run ?? "exit 99";

/** Runs the lines of a step as the runner does. */
function bash(lines: string, cwd: string, env: Readonly<Record<string, string>>) {
  const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", lines];
  const { status, stderr } = spawnSync("bash", args, {
    cwd,
    encoding: "utf8",
    env: { PATH: `${cwd}/bin:${process.env["PATH"]}`, HOME: cwd, ...env },
  });
  expect([status, stderr]).toEqual([0, ""]);
}

/** A folder with a program called gh that keeps what it is given. */
function withGh(files: Readonly<Record<string, string>> = {}): string {
  const gh = `#!/bin/sh\nprintf '%s\\n' "$@" >args\n[ "$1" = api ] && cat >given\necho '["acme/a","acme/b"]'\n`;
  const folder = temporaryFolder({ "bin/gh": gh, output: "", summary: "", ...files });
  chmodSync(join(folder, "bin/gh"), 0o755);
  return folder;
}

/** A folder with clones of two repositories of one owner, `acme/worse` and `acme/bad`. */
function clones(): string {
  const folder = temporaryFolder({});
  const more = '{\n  "name": "@acme/more",\n  "version": "1.4.2"\n}\n';
  const worse = forgetfulRepository({ "packages/more/package.json": more });
  cpSync(worse, join(folder, "acme/worse"), { recursive: true });
  cpSync(forgetfulRepository(), join(folder, "acme/bad"), { recursive: true });
  return folder;
}

test("the loop and the line of jq make one table of many reports, the worst first", () => {
  const reports = clones();
  const [loop] = commandLines("sh clones").map(([, line]) => line);
  const [line] = commandLines("sh jq").map(([, each]) => each);
  writeFiles(reports, { "bin/version-audit": `#!/bin/sh\nexec ${keptVersionAudit()} "$@"\n` });
  chmodSync(join(reports, "bin/version-audit"), 0o755);
  bash(`${loop}`, reports, { VERSION_AUDIT_PROGRESS: "never" });
  const merged = JSON.parse(execFileSync("bash", ["-c", `${line}`], { cwd: reports, encoding: "utf8" }));
  expect(merged).toEqual([
    {
      repository: "acme/worse",
      current: "1.4.2",
      error: 2,
      warning: 0,
      note: expect.any(Number),
      kept: 2,
      owed: 4,
    },
    {
      repository: "acme/bad",
      current: "1.4.2",
      error: 1,
      warning: 0,
      note: expect.any(Number),
      kept: 2,
      owed: 3,
    },
  ]);
});

test("the workflow merges with the line of the page, and names who is missing", () => {
  const [line] = commandLines("sh jq").map(([, each]) => each);
  const lines = step(merge, "Merge the reports");
  expect(lines).toContain(`${line} >merged.json`);
  const folder = withGh();
  const reports = clones();
  for (const name of ["worse", "bad"])
    writeFiles(folder, {
      [`reports/acme/${name}.json`]: run(join(reports, "acme", name), ["--format", "json"]).stdout,
    });
  const names = JSON.stringify(["acme/bad", "acme/none", "acme/worse"]);
  bash(lines, folder, { NAMES: names, GITHUB_STEP_SUMMARY: join(folder, "summary") });
  expect(readFileSync(join(folder, "summary"), "utf8")).toBe(
    [
      "| repository | version | errors | warnings | kept | owed |",
      "|---|---|--:|--:|--:|--:|",
      "| acme/worse | 1.4.2 | 2 | 0 | 2 | 4 |",
      "| acme/bad | 1.4.2 | 1 | 0 | 2 | 3 |",
      "| acme/none | no release is known | | | | |",
      "",
    ].join("\n"),
  );
});

test("the matrix is what gh lists", () => {
  const folder = withGh();
  const output = join(folder, "output");
  bash(step(repositories, "List the repositories"), folder, {
    OWNER: "acme",
    LIMIT: "256",
    GITHUB_OUTPUT: output,
  });
  expect(readFileSync(output, "utf8")).toBe('names=["acme/a","acme/b"]\n');
  expect(readFileSync(join(folder, "args"), "utf8").split("\n").slice(0, 3)).toEqual([
    "repo",
    "list",
    "acme",
  ]);
});

test("the SARIF report goes to code scanning of its own repository, packed as that wants it", () => {
  const folder = withGh({ "audited/readme.md": "Acme\n", "audit.sarif": '{ "version": "2.1.0" }\n' });
  const clone = join(folder, "audited");
  git(clone, "init", "--quiet", "--initial-branch=main");
  commit(clone);
  const name = "Upload the SARIF report to code scanning of the repository";
  bash(step(audit, name), folder, { REPOSITORY: "acme/a" });
  expect(readFileSync(join(folder, "args"), "utf8")).toBe(
    "api\nrepos/acme/a/code-scanning/sarifs\n--input\n-\n",
  );
  const { commit_sha, ref, sarif } = JSON.parse(readFileSync(join(folder, "given"), "utf8"));
  expect([commit_sha, ref]).toEqual([git(clone, "rev-parse", "HEAD").trim(), "refs/heads/main"]);
  expect(gunzipSync(Buffer.from(sarif, "base64")).toString()).toBe('{ "version": "2.1.0" }\n');
});

test("the workflow gives the action inputs that it has, and pins what is not ours by a full hash", () => {
  const { inputs } = parse(readFileSync(join(project, "action.yml"), "utf8"));
  const used = [...repositories.steps, ...audit.steps, ...merge.steps].filter(
    ({ uses }) => uses !== undefined,
  );
  for (const { uses, with: given } of used) {
    if (!uses.startsWith("version-audit/")) expect(uses).toMatch(/@[0-9a-f]{40}$/);
    else expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
  }
});

test("the page calls the workflow with the inputs and secrets that it asks for", () => {
  const page = readFileSync(join(project, "docs/fleets.md"), "utf8");
  const { uses, with: given, secrets } = parse(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "").jobs.versions;
  expect(uses).toBe(`version-audit/version-audit/${path}@main`);
  const { inputs, secrets: wanted } = workflow.on.workflow_call;
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
  expect(Object.keys(secrets)).toEqual(Object.keys(wanted));
});
