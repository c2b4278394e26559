import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { type Files, printed, rehearseFiles, withFiles } from "./rehearse-files.ts";

const files: Files = {
  "package.json": JSON.stringify({ name: "solo", version: "1.0.0" }),
  "tools/twice.js": "module.exports = (text) => text + text;\n",
};

/** What a shell line prints, and how it ends, in the sandbox and in the real shell. */
async function both(line: string) {
  const script = `import { spawnSync } from "node:child_process";
const { stdout, status } = spawnSync("sh", ["-c", ${JSON.stringify(line)}], { encoding: "utf8" });
console.log(JSON.stringify({ stdout, status }));\n`;
  const ours = await rehearseFiles({ ...files, "bump.mjs": script });
  const env = { PATH: process.env["PATH"] };
  const theirs = await withFiles(files, (cwd) =>
    spawnSync("sh", ["-c", line], { cwd, env, encoding: "utf8" }),
  );
  const { stdout, status } = theirs;
  return { ours: JSON.parse(printed(ours)) as unknown, theirs: { stdout, status }, rehearsal: ours };
}

describe("a program that a command brings along", () => {
  it.each([
    `node -e 'console.log(require("./package.json").name.toUpperCase())'`,
    `node -p 'require("./package.json").version.split(".").map(Number)[0] + 1'`,
    `node -pe '[1, "a", { b: 2 }].length'`,
    `cd tools && node -e 'console.log(require("./twice")("x"), process.argv.slice(1))' a b`,
    `node -e 'require("fs").writeFileSync("made.txt", "made"); process.exit(3)'; echo $?; cat made.txt`,
    `node -e 'console.log(process.argv.length)' -- -x`,
    `node --eval 'const { version } = require("./package.json"); console.log(version)'`,
  ])("%s is what Node says", async (line) => {
    const { ours, theirs } = await both(line);
    expect(ours).toEqual(theirs);
  });

  it("leaves no file of its own, and its writes come from the line that starts it", async () => {
    const { rehearsal } = await both(`node -e 'require("fs").writeFileSync("made.txt", "made")'`);
    expect(rehearsal.writes.map(({ path, origin }) => [path, origin.path])).toEqual([
      ["made.txt", "bump.mjs"],
    ]);
    expect(rehearsal.modules).toEqual(["bump.mjs"]);
  });

  it("is not run where it is a module", async () => {
    const { rehearsal } = await both(`node --input-type=module -e 'import "node:fs"'`);
    expect(rehearsal.commands.map(({ answer }) => answer)).toContain("not run");
  });
});
