import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printed, rehearseFolder, written } from "../rehearse-files.ts";

const root = join(import.meta.dirname, "../../../fixtures/rehearse/workflow");
const path = ".github/workflows/release.yml";

function rehearse(job: string) {
  return rehearseFolder(root, { workflow: path, job, args: ["version=9.8.7"] });
}

function lineOf(text: string): number {
  const workflow = readFileSync(join(root, path), "utf8");
  return workflow.slice(0, workflow.indexOf(text)).split("\n").length;
}

test("the commands of a job run in order, with inputs, outputs, environment, folder and conditions", async () => {
  const rehearsal = await rehearse("release");
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(written(rehearsal, "VERSION")).toBe("9.8.7\n");
  expect(written(rehearsal, "sub/a.txt")).toBe("9.8.7\n");
  expect(printed(rehearsal)).toBe("acme-later\npipefail\n9.8.7 by release\n");
  const notRun = rehearsal.commands.filter(({ answer }) => answer === "not run");
  expect(notRun.map(({ command }) => command)).toEqual([
    "uses actions/checkout@v4",
    "uses acme/notify@v1",
    "gh release create v9.8.7",
  ]);
  const places = rehearsal.writes.map(({ path: file, origin }) => [file, origin.path, origin.line]);
  expect(places).toEqual([
    ["VERSION", path, lineOf("> VERSION")],
    ["sub/a.txt", path, lineOf("sed -i")],
  ]);
});

test("a step that fails ends the job, unless it may fail", async () => {
  const rehearsal = await rehearse("may-fail");
  expect(rehearsal.outcome).toMatchObject({ ended: "failed", exitCode: 1 });
  expect(printed(rehearsal)).toBe("");
});

test("what a step prints or writes for the runner is its output", async () => {
  expect(printed(await rehearse("says"))).toBe("::set-output name=v::2-minor\n2-minor a\nb\n");
});

test("a token that an action hands out is as good as a secret, and a job without a matrix has none", async () => {
  expect(printed(await rehearse("token"))).toMatch(/^secret 1\n$/);
  expect(printed(await rehearse("matrix"))).toBe("\n");
});

test.each([
  ["action", "only GitHub could tell steps.x.outputs.version, which the workflow asks for"],
  ["python", "a step is a script of Python (shell: python), which is not rehearsed"],
  ["elsewhere", "the workflow checks out into or from other"],
  ["none", ".github/workflows/release.yml has no job none"],
])("what only GitHub could tell or do ends the rehearsal of the job %s", async (job, message) => {
  expect((await rehearse(job)).outcome).toMatchObject({ ended: "stopped", message });
});
