import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type Files, printed, rehearseFolder, withFiles } from "./rehearse-files.ts";

/** The files among which globs look. */
export const tree: Files = {
  ".gitignore": "node_modules\n",
  "package.json": "{}",
  "README.md": "",
  "packages/a/package.json": "{}",
  "packages/a/src/index.ts": "",
  "packages/a/src/deep/er.ts": "",
  "packages/b/package.json": "{}",
  "packages/b/.hidden/x.json": "{}",
  "packages/B2/Package.json": "{}",
  "packages/b/node_modules/dep/package.json": "{}",
  "examples/one/package.json": "{}",
  "examples/one/nested/package.json": "{}",
  "examples/two/package.json": "{}",
};

/** What a script prints with the real packages, which are installed for this project. */
export function native(root: string): string {
  const run = spawnSync(process.execPath, ["bump.mjs"], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
  });
  expect(run.stderr).toBe("");
  return run.stdout.replaceAll(root, "/repo");
}

/** Says that a script prints in the sandbox what it prints with the real packages. */
export async function agrees(script: string, files: Files = tree): Promise<void> {
  await withFiles({ "bump.mjs": script, ...files }, async (root) => {
    symlinkSync(join(import.meta.dirname, "../../node_modules"), join(root, "node_modules"));
    const rehearsal = await rehearseFolder(root);
    expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(printed(rehearsal)).toBe(native(root));
  });
}
