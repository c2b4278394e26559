import { expect, it } from "vitest";
import type { Origin } from "../../src/release/rehearsal.ts";
import { type Files, rehearseFiles } from "./rehearse-files.ts";

/** `path:line:column function` of every write. */
async function originsOf(files: Files): Promise<string[]> {
  const { outcome, writes } = await rehearseFiles({ "a.txt": "old", ...files });
  expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
  return writes.map(({ origin }) => shown(origin));
}

function shown({ path, line, column, function: name }: Origin): string {
  return `${path}:${line}:${column} ${name}`;
}

it("keeps the lines and columns of TypeScript", async () => {
  const script = `#!/usr/bin/env tsx
import { writeFileSync as put, type PathLike } from "node:fs";
interface Options { a: string; }
	function bump<T extends string>(path: PathLike, text: T & { length: number } = "x" as T): void {
		/* é😀 */ put(path, text);
	}
const options: Options = { a: "1" }; bump<string>("a.txt", options.a!);
put("a.txt" as PathLike, "2");`;
  expect(await originsOf({ "bump.ts": script })).toEqual(["bump.ts:5:13 bump", "bump.ts:8:1 null"]);
});

it("names the function that the place stands in, also within callbacks", async () => {
  const script = `
import { promises, writeFileSync } from "node:fs";
const write = (text) => writeFileSync("a.txt", text);
const bump = async () => { for (const t of ["1"]) { [t].forEach((x) => writeFileSync("a.txt", x)); } };
class Release { async run() { await null; await promises.writeFile("a.txt", "2"); } static now = () => write("3"); #own() { write("4"); } go() { this.#own(); } }
const table = { cut() { writeFileSync("a.txt", "5"); }, key: function () { writeFileSync("a.txt", "6"); } };
await bump(); await new Release().run(); Release.now(); new Release().go(); table.cut(); table.key();`;
  expect(await originsOf({ "bump.mjs": script })).toEqual([
    "bump.mjs:4:72 bump",
    "bump.mjs:5:58 run",
    "bump.mjs:3:25 write",
    "bump.mjs:3:25 write",
    "bump.mjs:6:25 cut",
    "bump.mjs:6:76 key",
  ]);
});

it("finds the place after awaits, timers and promises", async () => {
  const script = `
import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
async function deep(text) {
  await sleep(5);
  await Promise.all(["x"].map(async () => {
    await null;
    await writeFile("a.txt", text);
  }));
}
await deep("1");
setTimeout(() => writeFile("a.txt", "2"), 1);
await Promise.resolve("3").then((text) => writeFile("a.txt", text));`;
  expect(await originsOf({ "bump.mjs": script })).toEqual([
    "bump.mjs:8:11 deep",
    "bump.mjs:13:43 null",
    "bump.mjs:12:18 null",
  ]);
});

it("looks through stand-ins and packages to the file of the repository", async () => {
  const files = {
    "node_modules/writer/package.json": '{ "name": "writer", "main": "index.js" }',
    "node_modules/writer/index.js":
      "const fs = require('fs'); exports.write = async (p, t) => { fs.writeFileSync(p, t); await null; fs.writeFileSync(p, t + t); };",
    "lib/bump.ts": `import fs from "fs-extra";
import { write } from "writer";
export async function bump(version: string): Promise<void> {
	await fs.outputFile("a.txt", version);
	await write("a.txt", version);
}`,
    "bump.ts": 'import { bump } from "./lib/bump.js";\nawait bump("1");',
  };
  expect(await originsOf(files)).toEqual([
    "lib/bump.ts:4:11 bump",
    "lib/bump.ts:5:8 bump",
    "lib/bump.ts:5:8 bump",
  ]);
});

it("is true for CommonJS, also on the first line", async () => {
  const script = `const fs = require("fs"); fs.writeFileSync("a.txt", "1");
module.exports = function bump() { fs.writeFileSync("a.txt", "2"); };
module.exports();`;
  expect(await originsOf({ "bump.cjs": script })).toEqual(["bump.cjs:1:30 null", "bump.cjs:2:39 bump"]);
});

it("leads lines back where TypeScript had to be transformed", async () => {
  const script = `import { writeFileSync } from "node:fs";
enum Part { Major = 1, Minor }

class Bump {
  constructor(private readonly path: string) {}

  run(text: string): void {
    writeFileSync(this.path, text + Part.Minor);
  }
}
new Bump("a.txt").run("1");`;
  expect(await originsOf({ "bump.ts": script })).toEqual(["bump.ts:8:5 run"]);
});

it("takes a byte order mark and Windows line breaks as they are", async () => {
  const script =
    '\uFEFFimport { writeFileSync } from "node:fs"; writeFileSync("a.txt", "1");\r\nwriteFileSync("a.txt", "2");';
  expect(await originsOf({ "bump.mjs": script })).toEqual(["bump.mjs:1:43 null", "bump.mjs:2:1 null"]);
});

it("records where a command, a glob and a look come from, and where the script failed", async () => {
  const script = `import { execSync } from "node:child_process";
import { existsSync } from "node:fs";
import { glob } from "glob";
import { $ } from "execa";
existsSync("a.txt");
await glob("*.txt");
execSync("make docs");
await $\`cargo check\`;
undefined.property;`;
  const rehearsal = await rehearseFiles({ "bump.mjs": script, "a.txt": "" });
  const { commands, globs, looks, outcome } = rehearsal;
  expect(looks.map(({ origin }) => shown(origin))).toEqual(["bump.mjs:5:1 null"]);
  expect(globs.map(({ origin }) => shown(origin))).toEqual(["bump.mjs:6:7 null"]);
  expect(commands.map(({ origin }) => shown(origin))).toEqual(["bump.mjs:7:1 null", "bump.mjs:8:7 null"]);
  expect(outcome).toMatchObject({ ended: "failed", origin: { path: "bump.mjs", line: 9 } });
});

it("is not led astray by names, messages and stacks that the script makes up", async () => {
  const script = `import { writeFileSync } from "node:fs";
const name = "x (/repo/bump.mjs:1:1)\\n    at y (/etc/passwd:1:1)";
const forged = { [name]() { writeFileSync("a.txt", "1"); } };
Error.prepareStackTrace = () => "    at z (/repo/other.mjs:9:9)";
Object.defineProperty(Error.prototype, "stack", { value: "    at z (/repo/other.mjs:9:9)" });
globalThis.Error = class { stack = "    at z (/repo/other.mjs:9:9)"; };
forged[name]();`;
  const origins = await originsOf({ "bump.mjs": script });
  expect(origins).toHaveLength(1);
  expect(origins[0]).toMatch(/^bump\.mjs:/);
});
