import { expect, test } from "vitest";
import { rehearseFiles } from "./rehearse-files.ts";

const start = 'import { execSync } from "node:child_process";\n';

test("what a program that was not run may have made is not called missing", async () => {
  const script = `${start}execSync("acme-build"); execSync("node dist/x.js"); execSync("./dist/y");`;
  const { outcome, commands } = await rehearseFiles({ "bump.mjs": script });
  expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(commands.map(({ answer }) => answer)).toEqual(["not run", "not run", "not run"]);
});

test("git makes no files that could be started", async () => {
  const { outcome } = await rehearseFiles({
    "bump.mjs": `${start}execSync("git push"); execSync("bash publish.sh");`,
  });
  expect(outcome).toMatchObject({
    ended: "failed",
    message: expect.stringContaining("bash: publish.sh: No such file or directory"),
  });
});
