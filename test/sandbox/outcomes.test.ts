import { expect, it } from "vitest";
import { printed, rehearseFiles, written } from "./rehearse-files.ts";

const completed = { ended: "completed", exitCode: 0 };

it("runs a program with its arguments filled in", async () => {
  const rehearsal = await rehearseFiles(
    { "bump.mjs": "console.log(process.argv.join(' '), process.env.NAME, process.cwd());" },
    { args: ["--to", "{version}", "--root={root}"], env: { NAME: "v{version}" } },
  );
  expect(rehearsal.outcome).toEqual(completed);
  expect(printed(rehearsal)).toBe(
    "/usr/local/bin/node /repo/bump.mjs --to 9.8.7 --root=/repo v9.8.7 /repo\n",
  );
  expect(rehearsal).toMatchObject({ name: "test", entry: "bump.mjs", engine: "sandbox", target: "9.8.7" });
  expect(rehearsal.modules).toEqual(["bump.mjs"]);
});

it("calls the functions of a module in order, with their arguments filled in deeply", async () => {
  const module = `
    import { writeFile } from "node:fs/promises";
    export async function first({ root, list }) { await writeFile(root + "/a.txt", list[0].version); }
    export const second = (text) => console.log("second", text, process.argv[1]);`;
  const call = { function: "first", args: [{ root: "{root}", list: [{ version: "v{version}" }] }] };
  const rehearsal = await rehearseFiles(
    { "lib/version.ts": module },
    { module: "lib/version.ts", calls: [call, { function: "second", args: ["{version}"] }] },
  );
  expect(rehearsal.outcome).toEqual(completed);
  expect(written(rehearsal, "a.txt")).toBe("v9.8.7");
  expect(printed(rehearsal)).toBe("second 9.8.7 /repo/lib/version.ts\n");
});

it("says which function a module does not export", async () => {
  const release = { module: "m.mjs", calls: [{ function: "bump", args: [] }] };
  const { outcome } = await rehearseFiles({ "m.mjs": "export const other = 1;" }, release);
  expect(outcome).toEqual({
    ended: "stopped",
    message: "the module exports no function `bump`",
    help: "correct the function of `calls`; the module exports other",
    origin: null,
  });
});

it("stops when the script is no file of the repository", async () => {
  const { outcome } = await rehearseFiles({ "a.txt": "" }, { entry: "gone.ts" });
  expect(outcome).toMatchObject({ ended: "stopped", message: "gone.ts is not a file of the repository" });
});

it("stops at a script in another language", async () => {
  const { outcome } = await rehearseFiles({ "release.py": "print()" }, { entry: "release.py" });
  expect(outcome).toMatchObject({
    ended: "stopped",
    message: "release.py is no JavaScript, TypeScript or shell",
  });
});

it.each([
  ["Deno", "const text = Deno.readTextFileSync('package.json');"],
  ["Bun", "await Bun.write('a.txt', Bun.argv[2]);"],
])("stops at a script that is written for %s", async (runtime, script) => {
  const { outcome } = await rehearseFiles({ "bump.mjs": `\n${script}` });
  expect(outcome).toMatchObject({
    ended: "stopped",
    message: `the script is written for ${runtime}, which the sandbox is not`,
    help: "rehearse it natively with `command` and --engine command",
    origin: { path: "bump.mjs", line: 2 },
  });
});

it("runs scripts without an ending, and scripts of zx with its globals", async () => {
  const plain = await rehearseFiles(
    { release: "#!/usr/bin/env node\nconsole.log(typeof require)" },
    { entry: "release" },
  );
  expect(printed(plain)).toBe("function\n");
  const script =
    "#!/usr/bin/env zx\nawait $`echo 1`; cd('/tmp'); console.log(process.cwd(), typeof fs.outputFile)";
  const zx = await rehearseFiles({ "bump.mjs": script });
  expect(zx.outcome).toEqual(completed);
  expect(printed(zx)).toBe("/tmp function\n");
  expect(zx.commands).toEqual([]);
});

it.each([
  ["process.exit()", completed],
  ["process.exit(0); throw new Error('never')", completed],
  ["process.exitCode = 0", completed],
  ["try { process.exit(0) } catch {} finally { throw new Error('never') }", completed],
  ["await import('node:fs').then(() => process.exit(0))", completed],
  ["process.exit(3)", { ended: "failed", exitCode: 3, message: "the script exits with code 3" }],
  [
    "console.error('no tags'); process.exitCode = 2",
    { exitCode: 2, message: "the script exits with code 2: no tags" },
  ],
  ["throw new TypeError('bad')", { ended: "failed", exitCode: 1, message: "TypeError: bad" }],
  ["throw 'text'", { ended: "failed", message: "Uncaught text" }],
  ["null.x", { ended: "failed", exitCode: 1 }],
  ["await new Promise(() => {})", { ended: "failed", exitCode: 13 }],
  ["setTimeout(() => { throw new Error('late') }, 5)", { ended: "failed", message: "Error: late" }],
  ["process.nextTick(() => { throw new Error('tick') })", { ended: "failed", message: "Error: tick" }],
  ["process.on('exit', () => { process.exitCode = 4 })", { ended: "failed", exitCode: 4 }],
  ["let x = ;", { ended: "failed", exitCode: 1 }],
])("ends as Node does: %s", async (script, outcome) => {
  const rehearsal = await rehearseFiles({ "bump.mjs": script });
  expect(rehearsal.outcome).toMatchObject(outcome);
});

it.each([
  "async function main() { await null; throw new Error('lost') } main()",
  "async function main() { throw new Error('lost') } void main()",
  "const main = async () => { await 0; throw new Error('lost') }; const done = main()",
  "(async () => { throw new Error('lost') })()",
  "Promise.reject(new Error('lost'))",
  "Promise.resolve().then(() => { throw new Error('lost') })",
  "[1].forEach(async () => { throw new Error('lost') })",
  "[1].map(async () => { throw new Error('lost') })",
  "new Promise(async () => { throw new Error('lost') })",
  "setTimeout(async () => { throw new Error('lost') }, 1)",
  "true && (async () => { throw new Error('lost') })()",
  "import { EventEmitter } from 'node:events'; const e = new EventEmitter(); e.on('x', async () => { throw new Error('lost') }); e.emit('x')",
  "import { exec } from 'node:child_process'; exec('git status --porcelain', async () => { await null; throw new Error('lost') })",
  "import { readFile } from 'node:fs'; readFile('bump.mjs', async () => { await null; throw new Error('lost') })",
  "process.nextTick(async () => { await null; throw new Error('lost') })",
  "import { Command } from 'commander'; new Command().action(async () => { throw new Error('lost') }).parse()",
])("fails for a rejection that nobody handles: %s", async (script) => {
  const { outcome } = await rehearseFiles({ "bump.mjs": script });
  expect(outcome).toMatchObject({
    ended: "failed",
    message: "Error: lost",
    origin: { path: "bump.mjs", line: 1 },
  });
});

it.each([
  "async function main() { throw new Error('x') } main().catch(() => console.log('caught'))",
  "async function main() { throw new Error('x') } try { await main() } catch { console.log('caught') }",
  "const p = (async () => { throw new Error('x') })(); try { await p } catch { console.log('caught') }",
  "const p = Promise.reject(new Error('x')); p.catch(() => console.log('caught'))",
  "const all = [1].map(async () => { throw new Error('x') }); await Promise.allSettled(all); console.log('caught')",
  "const p = Promise.reject(1); queueMicrotask(() => p.catch(() => console.log('caught')))",
  "async function f() { throw 1 } async function g() { return f() } await g().then(0, () => console.log('caught'))",
])("does not fail for a rejection that is handled: %s", async (script) => {
  const rehearsal = await rehearseFiles({ "bump.mjs": script });
  expect(rehearsal.outcome).toEqual(completed);
  expect(printed(rehearsal)).toBe("caught\n");
});

it("keeps what was done before a failure", async () => {
  const script = `
import { writeFileSync } from "node:fs";
writeFileSync("a.txt", "new");
throw new Error("after");`;
  const rehearsal = await rehearseFiles({ "bump.mjs": script, "a.txt": "old" });
  expect(rehearsal.outcome.ended).toBe("failed");
  expect(rehearsal.writes).toMatchObject([{ path: "a.txt", before: "old", after: "new" }]);
});

it("shows stacks as Node does, with the true places", async () => {
  const script = `async function main(): Promise<void> {
	await null; release();
}
const release = (): void => { throw new TypeError("no tags"); };
main().catch((error) => { console.error("[release]", String(error?.stack ?? error)); process.exit(1); });
try { (null as any).x } catch (error) { console.log((error as Error).stack) }`;
  const rehearsal = await rehearseFiles({ "bump.ts": script });
  expect(printed(rehearsal)).toBe(`TypeError: cannot read property 'x' of null
    at <anonymous> (/repo/bump.ts:6:20)
[release] TypeError: no tags
    at release (/repo/bump.ts:4:41)
    at main (/repo/bump.ts:2:14)
`);
  expect(rehearsal.outcome).toMatchObject({
    ended: "failed",
    message: "the script exits with code 1: [release] TypeError: no tags",
    origin: { path: "bump.ts", line: 5, column: 94 },
  });
});

it("gives a hint at a command that gave no output before a failure", async () => {
  const script = "import { execSync } from 'node:child_process'; JSON.parse(execSync('gh release list'))";
  const { outcome } = await rehearseFiles({ "bump.mjs": script });
  expect(outcome).toMatchObject({ ended: "failed" });
  expect(outcome).toHaveProperty("message", expect.stringContaining("`gh release list` was not run"));
});
