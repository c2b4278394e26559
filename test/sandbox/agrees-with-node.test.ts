import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printed, rehearseFolder, withFiles } from "./rehearse-files.ts";

const folder = join(import.meta.dirname, "../../fixtures/rehearse/agrees-with-node");

/** What a script prints natively, with the folder's own path as the sandbox names it. */
function native(root: string, script: string): string {
  const run = spawnSync(process.execPath, [join(root, script)], { cwd: root, encoding: "utf8", env: {} });
  expect(run.stderr).toBe("");
  return run.stdout.replaceAll(root, "/repo");
}

describe("the sandbox agrees with Node", () => {
  for (const script of readdirSync(folder)) {
    it(script, async () => {
      const files = {
        [script]: readFileSync(join(folder, script), "utf8"),
        "data/a.txt": "alpha\nbeta\n",
        "data/b.json": '{ "version": "1.0.0" }\n',
        "data/deep/c.txt": "gamma",
      };
      await withFiles(files, async (root) => {
        const rehearsal = await rehearseFolder(root, { entry: script });
        expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
        expect(printed(rehearsal)).toBe(native(root, script));
      });
    });
  }
});
