import { describe, expect, it } from "vitest";
import { agrees, native, tree } from "./real-packages.ts";
import { printed, rehearseFiles, rehearseFolder, withFiles } from "./rehearse-files.ts";

describe("globs agree with the real packages", () => {
  // Asynchronously the order is that in which the file system answers.
  it("glob, in its order", async () => {
    await agrees(`import { glob, globSync, Glob, hasMagic, escape } from "glob"; import { sync } from "glob";
const show = (found) => console.log(JSON.stringify(found));
show(globSync("**/package.json", { ignore: ["**/node_modules/**"] }));
show((await glob("examples/**/package.json", { cwd: import.meta.dirname, ignore: "**/node_modules/**" })).sort());
show(globSync("packages/*")); show(globSync("packages/*/", { ignore: "packages/b" })); show(globSync("packages/*", { nodir: true }));
show(globSync(["*.md", "packages/{a,b}/package.json"]).sort()); show(globSync("**/*.json", { dot: true, ignore: "**/node_modules/**" }));
show(globSync("**/*.ts", { cwd: "packages", absolute: true })); show(globSync("./packages/*/src/**/*.ts")); show(globSync("packages/a/**"));
show(globSync("none/**")); show(sync("**/package.json", { nocase: true, ignore: ["**/node_modules/**", "examples/**"] }));
show(globSync("packages/*", { mark: true }));
show([...new Glob("examples/*/package.json", {})]); show([hasMagic("a*b"), hasMagic("ab"), escape("a*[b]")]);
show(globSync("packages/a/*", { withFileTypes: true }).map((path) => [path.name, path.isDirectory(), path.relative(), path.fullpath()]));
show(globSync("**/*.ts", { ignore: { ignored: (path) => path.name === "er.ts" } }));`);
  });

  it("node:fs of Node 22", async () => {
    const script = `import fs, { globSync } from "node:fs"; import { glob } from "node:fs/promises";
const show = (found) => console.log(JSON.stringify(found.sort()));
show(globSync("packages/*/package.json")); show(globSync(["*.md", "packages/a/src/*"]));
show(globSync("**/*.ts", { cwd: "packages", exclude: ["**/deep/**"] }));
show(globSync("examples/*", { exclude: (path) => path.endsWith("two") }));
show(globSync("packages/a/src/*", { withFileTypes: true }).map((entry) => [entry.name, entry.isDirectory()]));
const found = []; for await (const path of glob("packages/a/**/*.ts")) found.push(path); show(found);
fs.glob("*.md", (error, paths) => show(paths));`;
    await withFiles({ "bump.mjs": script, ...tree }, async (root) => {
      const said = printed(await rehearseFolder(root));
      expect(said).toBe(
        [
          '["packages/a/package.json","packages/b/package.json"]',
          '["README.md","packages/a/src/deep","packages/a/src/index.ts"]',
          '["a/src/index.ts"]',
          '["examples/one"]',
          '[["deep",true],["index.ts",false]]',
          '["packages/a/src/deep/er.ts","packages/a/src/index.ts"]',
          '["README.md"]\n',
        ].join("\n"),
      );
      const [major = 0] = process.versions.node.split(".").map(Number);
      if (major >= 23) expect(native(root)).toBe(said);
    });
  });

  it("fast-glob", async () => {
    await agrees(`import fg from "fast-glob";
const show = (found) => console.log(JSON.stringify(found));
show(fg.sync("**/package.json", { ignore: ["**/node_modules/**"] })); show((await fg(["packages/*/package.json", "!packages/b/**"])).sort());
show(fg.sync("packages/*", { onlyDirectories: true })); show(fg.sync("**/*.json", { dot: true, ignore: ["**/node_modules"] }).sort());
show(fg.sync("**/*.ts", { cwd: "packages", absolute: true })); show(fg.sync("**", { deep: 1 })); show(fg.globSync("PACKAGES/*/*.json", { caseSensitiveMatch: false }).sort());
show(fg.sync("package.json", { baseNameMatch: true, ignore: ["**/node_modules/**"] }).sort());`);
  });

  it("tinyglobby", async () => {
    await agrees(`import { glob, globSync } from "tinyglobby";
const show = (found) => console.log(JSON.stringify(found.sort()));
show(globSync(["**/package.json", "!**/node_modules/**"])); show(await glob({ patterns: "packages/a", ignore: "**/deep" }));
show(globSync("packages/*", { onlyDirectories: true, expandDirectories: false })); show(globSync("**/*.ts", { cwd: "packages", absolute: true }));
show(globSync("examples/*", { expandDirectories: false })); show(globSync("**/*.json", { dot: true, ignore: ["**/node_modules/**"] }));`);
  });

  it("records the question with what it matched", async () => {
    const script = `import { glob } from "glob"; import fg from "fast-glob"; import { globby } from "globby";
await glob("*.md", { cwd: "packages/..", ignore: "x" }); fg.sync(["packages/a/**/*.ts"], { cwd: "packages", absolute: true });
console.log(await globby(["packages", "!**/src"], { gitignore: true }));`;
    const { globs, log } = await rehearseFiles({ "bump.mjs": script, ...tree });
    expect(
      globs.map(({ patterns, ignore, cwd, matches }) => ({ patterns, ignore, cwd, matches })).slice(0, 2),
    ).toEqual([
      { patterns: ["*.md"], ignore: ["x"], cwd: "", matches: ["README.md"] },
      { patterns: ["packages/a/**/*.ts"], ignore: [], cwd: "packages", matches: [] },
    ]);
    expect(log[0]?.text).toContain("'packages/a/package.json'");
    expect(log[0]?.text).not.toContain("node_modules");
  });

  it("sees what the script has written", async () => {
    const script = `import { writeFileSync, rmSync, mkdirSync } from "node:fs"; import { globSync } from "glob";
mkdirSync("new"); writeFileSync("new/package.json", "{}"); rmSync("examples", { recursive: true });
console.log(globSync("**/package.json", { ignore: "packages/**" }));`;
    const rehearsal = await rehearseFiles({ "bump.mjs": script, ...tree });
    expect(printed(rehearsal)).toBe("[ 'package.json', 'new/package.json' ]\n");
  });

  it("takes the callbacks and names of older versions", async () => {
    const script = `const glob = require("glob"); const fg = require("fast-glob"); const globby = require("globby");
glob("*.md", (error, found) => console.log(error, found)); glob("*.md", { nodir: true }, (error, found) => console.log(found.length));
console.log(glob.sync("*.md"), typeof glob.Glob, fg.sync("*.md"), globby.sync("*.md"));`;
    const rehearsal = await rehearseFiles({ "bump.cjs": script, ...tree });
    expect(printed(rehearsal)).toBe(
      "[ 'README.md' ] function [ 'README.md' ] [ 'README.md' ]\nnull [ 'README.md' ]\n1\n",
    );
  });
});
