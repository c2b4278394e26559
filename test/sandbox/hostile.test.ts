import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { printed, rehearseFiles, rehearseFolder, withFiles } from "./rehearse-files.ts";

const completed = { ended: "completed", exitCode: 0 };

async function said(script: string, files = {}): Promise<string> {
  const rehearsal = await rehearseFiles({ "bump.mjs": script, ...files });
  expect(rehearsal.outcome).toEqual(completed);
  return printed(rehearsal);
}

it("knows no file outside of the root, and two empty folders for what is temporary and at home", async () => {
  const script = `import fs from "node:fs"; import os from "node:os";
for (const path of ["/etc/passwd", "../../etc/passwd", "/repo/../etc/passwd", "file.txt/../../etc/passwd", os.homedir() + "/.npmrc", "/proc/self/environ", "/srv"]) {
  try { fs.readFileSync(path) } catch (error) { console.log(error.code) }
}
for (const path of ["/x", "/etc/x", "../x", "/home/x", "/tmp/../x"]) {
  try { fs.writeFileSync(path, "") } catch (error) { console.log(error.code) }
  try { fs.mkdirSync(path, { recursive: true }) } catch (error) { console.log(error.code) }
}
for (const path of ["/repo", "/tmp", "/"]) try { fs.rmSync(path, { recursive: true, force: true }); console.log("gone") } catch (error) { console.log(error.code) }
fs.writeFileSync(os.tmpdir() + "/x", "temporary"); console.log(fs.readFileSync("/tmp/x", "utf8"), fs.readdirSync("/"), fs.readdirSync(os.homedir()));`;
  const lines = (await said(script, { "file.txt": "" })).trim().split("\n");
  expect(lines.slice(0, 7)).toEqual(["ENOENT", "ENOENT", "ENOENT", "ENOENT", "ENOENT", "ENOENT", "ENOENT"]);
  expect(new Set(lines.slice(7, 20))).toEqual(new Set(["EACCES", "ENOENT"]));
  expect(lines.slice(-1)).toEqual(["temporary [ 'home', 'repo', 'tmp' ] []"]);
});

it("follows no link out of the root, neither of the repository nor of its own", async () => {
  const script = `import fs from "node:fs";
for (const path of ["out", "absolute", "loop", "in"]) try { console.log(fs.readFileSync(path, "utf8")) } catch (error) { console.log(error.code) }
fs.symlinkSync("/etc/passwd", "own"); fs.symlinkSync("..", "up");
for (const path of ["own", "up/etc/passwd", "up/repo/target"]) try { console.log(fs.readFileSync(path, "utf8")) } catch (error) { console.log(error.code) }
fs.writeFileSync("in", "changed"); console.log(fs.readFileSync("target", "utf8"));`;
  await withFiles({ "bump.mjs": script, target: "inside" }, async (root) => {
    symlinkSync("../../../../../../etc/hostname", join(root, "out"));
    symlinkSync("/etc/hostname", join(root, "absolute"));
    symlinkSync("loop", join(root, "loop"));
    symlinkSync("target", join(root, "in"));
    const rehearsal = await rehearseFolder(root);
    expect(rehearsal.outcome).toEqual(completed);
    expect(printed(rehearsal)).toBe("ENOENT\nENOENT\nELOOP\ninside\nENOENT\nENOENT\ninside\nchanged\n");
    expect(rehearsal.writes.map(({ path }) => path)).toEqual(["target"]);
  });
});

it("writes nothing to the disk", async () => {
  const script = `import fs from "node:fs"; import { execSync } from "node:child_process";
fs.writeFileSync("a.txt", "new"); fs.rmSync("b.txt"); fs.mkdirSync("c"); execSync("touch d && rm -rf folder"); fs.writeFileSync("/tmp/version-audit-hostile", "");`;
  await withFiles({ "bump.mjs": script, "a.txt": "old", "b.txt": "", "folder/e": "" }, async (root) => {
    const { writes } = await rehearseFolder(root);
    expect(writes.map(({ path }) => path)).toEqual(["a.txt", "b.txt", "d", "folder/e"]);
    expect(readdirSync(root).sort()).toEqual(["a.txt", "b.txt", "bump.mjs", "folder"]);
    expect(readdirSync("/tmp")).not.toContain("version-audit-hostile");
  });
});

it("reads packages only from within the root", async () => {
  await withFiles(
    { "outside/package.json": "{}", "outside/index.js": "module.exports = 'secret'" },
    async (folder) => {
      const root = join(folder, "repo");
      mkdirSync(join(root, "node_modules"), { recursive: true });
      writeFileSync(
        join(root, "bump.cjs"),
        'try { console.log(require("linked")()) } catch (error) { console.log(error.message) }',
      );
      symlinkSync(join(folder, "outside"), join(root, "node_modules/linked"));
      const { outcome } = await rehearseFolder(root);
      expect(outcome).toMatchObject({
        ended: "stopped",
        message: "the script needs the package `linked`, which is not installed",
      });
    },
  );
});

it.each([
  "({}).constructor.constructor('return this')().process.mainModule",
  "console.log.constructor('return this')().__rehearsal",
  "process.env.HOME.constructor.constructor('return globalThis')().require",
  "globalThis.__rehearsal",
  "process.binding",
  "Object.keys(globalThis).length || undefined",
])("finds nothing of ours in %s", async (expression) => {
  expect(await said(`console.log(${expression});`)).toBe("undefined\n");
});

it("does not hand out our own modules", async () => {
  const names = ["rehearsal:/host.js", "rehearsal:/run.js", "rehearsal:/node/fs.js", "rehearsal:/start"];
  const script = `for (const name of ${JSON.stringify(names)}) await import(name).then(() => console.log("got it"), (error) => console.log(error.message));`;
  expect(await said(script)).not.toContain("got it");
  const { outcome } = await rehearseFiles({
    "bump.mjs": 'import { request } from "rehearsal:/host.js"; request("run.exit", 0);',
  });
  expect(outcome).toMatchObject({ ended: "failed" });
});

it("lives with polluted prototypes and replaced globals", async () => {
  const script = `import { readFileSync, writeFileSync } from "node:fs";
Object.prototype.polluted = 1; Object.prototype.error = 2; Array.prototype.extra = 3;
JSON.parse = () => { throw 1 }; JSON.stringify = () => "x"; globalThis.Error = 5; globalThis.process = null;
String.prototype.replace = () => "broken"; Promise.prototype.then = null;
writeFileSync("a.txt", "new " + readFileSync("a.txt"));`;
  const { outcome, writes } = await rehearseFiles({ "bump.mjs": script, "a.txt": "old" });
  expect(outcome.ended).not.toBe("stopped");
  expect(writes).toMatchObject([{ path: "a.txt", after: "new old" }]);
});

it.each([
  "fs.readFileSync({ toString: () => '/etc/passwd' })",
  "fs.readFileSync(Symbol('x'))",
  "fs.readFileSync('a\\0b')",
  "fs.writeFileSync('x', { length: 1e9 })",
  "fs.readFileSync('x'.repeat(1e6))",
  "fs.mkdirSync('a/'.repeat(1e5), { recursive: true })",
  "fs.renameSync('.', 'x')",
  "fs.cpSync('.', './inside', { recursive: true })",
  "fs.symlinkSync('x', 'y'); fs.readFileSync('y')",
  "fs.readdirSync(NaN)",
  "fs.chmodSync('bump.mjs', 'x')",
  "child_process.execSync(null)",
  "child_process.execFileSync('x', [null, Symbol.iterator])",
  "child_process.spawnSync('')",
  "child_process.execSync('\\0')",
  "new URL({}); new URL('http://[')",
  "crypto.createHash('nope').update('x').digest()",
  "Buffer.from(1)",
  "new Date(8.64e15 + 1).toLocaleDateString('nope', { month: 'x' })",
  "'a'.localeCompare('b', 'not a locale')",
  "process.chdir(5)",
  "process.exitCode = {}; process.exit()",
  "throw { get message() { throw 1 } }",
  "throw new Proxy({}, { get() { throw 1 }, has() { throw 2 } })",
  "throw null",
  "throw undefined",
  "throw Symbol('x')",
  "globSync('{a,b}'.repeat(20)); globSync('{1..100000}')",
  "globSync('+(+(a|aa)+(b))'); globSync('['); globSync('x'.repeat(1e5))",
])("takes anything without harm: %s", async (line) => {
  const script = `import fs from "node:fs"; import child_process from "node:child_process"; import crypto from "node:crypto"; import { globSync } from "glob";\n${line};`;
  const { outcome } = await rehearseFiles({ "bump.mjs": script, "a/b": "" }, { timeoutSeconds: 60 });
  expect(["completed", "failed"]).toContain(outcome.ended);
});

it("takes text and bytes of every kind across the bridge", async () => {
  const script = `import fs from "node:fs";
const text = "nul \\0 lone \\ud800 quote \\" \\u2028 emoji 😀 \\u007f";
fs.writeFileSync("a", text); fs.writeFileSync("b", Uint8Array.from({ length: 256 }, (_, i) => i)); fs.writeFileSync("é/ü".replace("/", ""), "");
console.log(fs.readFileSync("a", "utf8") === text.toWellFormed(), fs.readFileSync("b").every((byte, i) => byte === i), fs.existsSync("éü"));`;
  const { writes, log } = await rehearseFiles({ "bump.mjs": script });
  expect(log[0]?.text).toBe("true true true\n");
  expect(writes[1]?.after).toEqual(Uint8Array.from({ length: 256 }, (_, i) => i));
});
