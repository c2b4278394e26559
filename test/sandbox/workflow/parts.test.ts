import { join } from "node:path";
import { expect, test } from "vitest";
import { printed, rehearseFolder, written } from "../rehearse-files.ts";

const root = join(import.meta.dirname, "../../../fixtures/rehearse/workflow");
const [path, called] = [".github/workflows/parts.yml", ".github/workflows/called.yml"];

function rehearse(job: string) {
  return rehearseFolder(root, { workflow: path, job, args: ["version=9.8.7"] });
}

test("a job is run once for every combination of its matrix, which another job may tell", async () => {
  const rehearsal = await rehearse("matrix");
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(printed(rehearsal)).toBe(
    "VERSION ubuntu-latest first\nsub/a.txt ubuntu-latest \nother ubuntu-22.04 more\n",
  );
  for (const file of ["VERSION", "sub/a.txt", "other"]) expect(written(rehearsal, file)).toBe("9.8.7\n");
});

test("a workflow of the repository is run where a job calls it, and gives its outputs", async () => {
  const rehearsal = await rehearse("after");
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(printed(rehearsal)).toMatch(/^loud true\nafter 9\.8\.7\n$/);
  expect(written(rehearsal, "VERSION")).toBe("9.8.7\n");
  expect(rehearsal.writes.map(({ origin }) => [origin.path, origin.line, origin.function])).toEqual([
    [called, 24, null],
  ]);
});

test("a composite action of the repository is run with its inputs, and its environment stays", async () => {
  const rehearsal = await rehearse("composite");
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(printed(rehearsal)).toBe("stamp /repo/.github/actions/stamp outer\nVERSION yes []\n");
  expect(rehearsal.writes.map(({ origin }) => [origin.path, origin.line])).toEqual([
    [".github/actions/stamp/action.yml", 13],
  ]);
  const notRun = rehearsal.commands.filter(({ answer }) => answer === "not run");
  expect(notRun.map(({ command }) => command)).toEqual(["uses ./.github/actions/binary"]);
});

test.each([
  ["container", "uses node:20"],
  ["calls-elsewhere", "uses acme/workflows/.github/workflows/x.yml@v1"],
])("what is not run in the job %s is recorded", async (job, command) => {
  const { commands, outcome } = await rehearse(job);
  expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(commands).toMatchObject([{ command, answer: "not run" }]);
});

test.each([
  ["unknown-matrix", "only GitHub could tell the matrix of the job unknown-matrix"],
  ["small-container", "the image node:20-alpine has tools of its own, which are not rehearsed"],
  [
    "calls-none",
    "the job calls-none calls ./.github/workflows/release.yml, which is no workflow that can be called",
  ],
  ["no-action", "the workflow uses the action ./.github/actions/none, which is not there"],
  ["windows", "the job windows runs on windows-latest, which is not rehearsed"],
])("the job %s ends the rehearsal", async (job, message) => {
  expect((await rehearse(job)).outcome).toMatchObject({ ended: "stopped", message });
});
