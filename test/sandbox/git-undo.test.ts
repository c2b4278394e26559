import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rehearseFiles, rehearseFolder, withFiles } from "./rehearse-files.ts";

const files = { "package.json": '{ "version": "1.0.0" }\n', "lib/a.txt": "old a\n", "lib/b.txt": "old b\n" };

/** Writes two files and makes a new one. */
const write = `import { execSync } from "node:child_process";
import { writeFileSync } from "node:fs";
const run = (line) => execSync(line, { stdio: "ignore" });
writeFileSync("lib/a.txt", "new a\\n");
writeFileSync("lib/b.txt", "new b\\n");
writeFileSync("made.txt", "made\\n");
`;
const commit = "git commit -am x";

/** What a script does behind its writes. Each is run natively, too, and the files must be the same. */
const lines: readonly (readonly string[])[] = [
  ["git checkout -- ."],
  ["git checkout ."],
  ["git checkout -- lib/a.txt"],
  ["git checkout lib"],
  ["git checkout HEAD -- lib/b.txt"],
  ["git add -A", "git checkout -- ."],
  ["git add -A", "git checkout HEAD -- lib"],
  ["git restore ."],
  ["git restore lib/a.txt"],
  ["git restore --staged ."],
  ["git add -A", "git restore --staged --worktree lib"],
  ["git restore --source=HEAD lib"],
  ["git reset"],
  ["git reset --hard"],
  ["git reset --hard HEAD"],
  ["git add -A", "git reset --hard"],
  ["git stash"],
  ["git stash -u"],
  ["git clean -f"],
  ["git clean -fd lib"],
  ["git clean -n"],
  [commit, "git checkout -- ."],
  [commit, "git reset --hard"],
  [commit, "git clean -fd"],
  ["git checkout -b release"],
  ["git rm -q --cached lib/a.txt"],
  ["git read-tree HEAD"],
];

test.concurrent.each(lines.map((steps) => [steps.join("; "), steps] as const))("%s", async (_name, steps) => {
  const script = write + steps.map((step) => `run(${JSON.stringify(step)});\n`).join("");
  await withFiles({ ...files, "bump.mjs": script }, async (root) => {
    const git = (...args: string[]) => execFileSync("git", args, { cwd: root, stdio: "pipe" });
    git("init", "--quiet");
    git("config", "user.name", "x");
    git("config", "user.email", "x@example.com");
    git("add", "--all");
    git("commit", "--quiet", "--message=first");
    const { outcome, writes } = await rehearseFolder(root);
    expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(spawnSync("node", ["bump.mjs"], { cwd: root, stdio: "pipe" }).status).toBe(0);
    for (const path of ["lib/a.txt", "lib/b.txt", "made.txt"]) {
      const after = writes.findLast((one) => one.path === path)?.after ?? null;
      const native = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null;
      expect([path, after]).toEqual([path, native]);
    }
  });
});

test.each([
  "git checkout main",
  "git checkout v1 -- .",
  "git switch main",
  "git reset --hard v1",
  "git stash pop",
  "git pull --rebase",
  "git merge other",
  "git apply x.patch",
  "git rm -f lib/a.txt",
  "git mv lib/a.txt lib/c.txt",
  "git read-tree -u --reset HEAD",
  "git checkout-index -a -f",
])("%s behind a write ends the rehearsal, and before it does not", async (line) => {
  const call = `run(${JSON.stringify(line)});\n`;
  const [head = "", ...rest] = write.split('writeFileSync("lib/a.txt"');
  const behind = await rehearseFiles({ ...files, "bump.mjs": write + call });
  expect(behind.outcome).toMatchObject({
    ended: "stopped",
    message: expect.stringContaining(line.split(" ")[1] ?? ""),
  });
  const before = `${head}${call}writeFileSync("lib/a.txt"${rest.join("")}`;
  const first = await rehearseFiles({ ...files, "bump.mjs": before });
  expect(first.outcome).toEqual({ ended: "completed", exitCode: 0 });
});

test("fs.globSync does not go through links, and links that lead upwards end", async () => {
  const script = `import { globSync, writeFileSync } from "node:fs";
import glob from "fast-glob";
writeFileSync("out.txt", globSync("**/*.txt").sort().join(" "));
try { writeFileSync("all.txt", String(glob.sync("**/*.txt").length)); } catch (error) { writeFileSync("all.txt", error.name); }
`;
  await withFiles({ "a/one.txt": "1", "b/two.txt": "2", "bump.mjs": script }, async (root) => {
    for (const name of ["up", "top", "over"]) symlinkSync("..", join(root, "a", name));
    writeFileSync(join(root, "package.json"), '{ "devDependencies": { "fast-glob": "*" } }');
    const { outcome, writes } = await rehearseFolder(root);
    expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(writes.map(({ path, after }) => [path, after])).toEqual([
      ["out.txt", "a/one.txt b/two.txt"],
      ["all.txt", "RangeError"],
    ]);
  });
});
