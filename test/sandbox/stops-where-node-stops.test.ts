import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rehearseFiles, rehearseFolder, withFiles, written } from "./rehearse-files.ts";
import { cases, losing, manifest } from "./stopping-scripts.ts";

test.each(Object.entries(losing))("process.exit does not wait for %s", async (_name, script) => {
  const { outcome } = await rehearseFiles({ "bump.mjs": script });
  expect(outcome).toMatchObject({
    ended: "stopped",
    message: expect.stringContaining("out.txt is still under way"),
  });
});

test.concurrent.each(Object.entries(cases))("%s ends as with Node", async (_name, given) => {
  const files = typeof given === "string" ? { "bump.mjs": given } : given;
  await withFiles({ "package.json": manifest, ...files }, async (root) => {
    const rehearsal = await rehearseFolder(root);
    const copy = `${root}-native`;
    cpSync(root, copy, { recursive: true });
    const entry = Object.keys(files).find((path) => path.startsWith("bump.")) ?? "";
    const { status } = spawnSync(process.execPath, [entry], { cwd: copy, stdio: "ignore" });
    const isNative = status === 0;
    expect({ completes: rehearsal.outcome.ended === "completed" }, JSON.stringify(rehearsal.outcome)).toEqual(
      {
        completes: isNative,
      },
    );
    if (isNative) expect(written(rehearsal, "out.txt")).toBe(readFileSync(join(copy, "out.txt"), "utf8"));
  });
});
