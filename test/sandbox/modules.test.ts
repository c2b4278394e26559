import { describe, expect, it } from "vitest";
import { printed, rehearseFiles, said } from "./rehearse-files.ts";

describe("what a module is", () => {
  it("drops imports that name only types, and keeps those with an effect", async () => {
    const files = {
      "bump.ts": `import { type A, B, used } from "./types.js"; import Default, { C } from "./types.js"; import * as ns from "./gone-types.js";
import { type D } from "./gone.js"; import "./effect.js"; import type { E } from "./gone.js";
const value: A | B | C | D | E | ns.F | Default = used; console.log(value);`,
      "types.ts": "export interface A {} export interface B {} export interface C {} export const used = 1;",
      "effect.ts": 'console.log("effect");',
    };
    expect(await said(files)).toBe("effect\n1\n");
  });

  it("transforms what cannot be stripped", async () => {
    const script = `enum Kind { A, B = "b" } namespace N { export const x = 1; } class P { constructor(public readonly q: number) {} }
console.log(Kind.A, Kind.B, N.x, new P(2).q);`;
    expect(await said({ "bump.ts": script })).toBe("0 b 1 2\n");
  });

  it("runs CommonJS with everything in its scope", async () => {
    const files = {
      "tools/bump.js": `const lib = require("./lib"); const pkg = require("../package.json"); const { join } = require("node:path");
console.log(lib.name, pkg.version, __filename, join(__dirname, ".."), require.main === module, typeof require.resolve("./lib"), this === module.exports);
try { require("./nothing") } catch (error) { console.log(error.code) }
exports.late = 1; import("./esm.mjs").then((m) => console.log(m.default, m.named));`,
      "tools/lib/index.js": 'exports.name = "lib"; exports.again = require("../bump.js").late;',
      "tools/esm.mjs":
        'import lib, { name } from "./lib/index.js"; export default lib === globalThis ? 0 : name; export const named = 7;',
      "package.json": '{ "version": "1.0.0" }',
    };
    const rehearsal = await rehearseFiles(files, { entry: "tools/bump.js" });
    expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(printed(rehearsal)).toBe(
      "lib 1.0.0 /repo/tools/bump.js /repo true string true\nMODULE_NOT_FOUND\nlib 7\n",
    );
    expect(rehearsal.modules).toEqual([
      "tools/bump.js",
      "tools/lib/index.js",
      "package.json",
      "tools/esm.mjs",
    ]);
  });

  it("reads JSON in every way, and the older word for import attributes", async () => {
    const files = {
      "package.json": '\uFEFF{ "type": "module", "version": "1.0.0", "__proto__": null }',
      "bump.js": `import pkg from "./package.json" with { type: "json" }; import { createRequire } from "node:module"; import { readFileSync } from "node:fs";
import older from "./package.json" assert { type: "json" };
const require = createRequire(import.meta.url);
console.log(pkg.version, older.version, require("./package.json").version, (await import("./package.json", { with: { type: "json" } })).default.version);`,
    };
    expect(await said(files)).toBe("1.0.0 1.0.0 1.0.0 1.0.0\n");
  });

  it("knows where it is", async () => {
    const script = `import { fileURLToPath, pathToFileURL } from "node:url";
console.log(import.meta.url, import.meta.dirname, import.meta.filename, import.meta.main, import.meta.resolve("./x.mjs"));
console.log(import.meta.url === pathToFileURL(process.argv[1]).href, fileURLToPath(import.meta.url) === process.argv[1]);`;
    expect(await said({ "bump.mjs": script, "x.mjs": "" })).toBe(
      "file:///repo/bump.mjs /repo /repo/bump.mjs true file:///repo/x.mjs\ntrue true\n",
    );
  });

  it("gives TypeScript modules what its runners give them", async () => {
    const script =
      'import { join } from "node:path"; console.log(join(__dirname, "x"), __filename, typeof require("fs").readFileSync);';
    expect(await said({ "bump.ts": script })).toBe("/repo/x /repo/bump.ts function\n");
    const own =
      'import { dirname } from "node:path"; const __dirname = dirname("/a/b"); console.log(__dirname);';
    expect(await said({ "bump.ts": own })).toBe("/a\n");
  });

  it("handles cycles, re-exports and modules that the script writes itself", async () => {
    const files = {
      "bump.mjs": `export * from "./a.mjs"; export * as b from "./b.mjs"; import { a } from "./a.mjs"; import { writeFileSync } from "node:fs";
writeFileSync("made.mjs", "export default 5"); console.log(a(), (await import("./made.mjs")).default);`,
      "a.mjs": 'import { b } from "./b.mjs"; export function a() { return b; }',
      "b.mjs": 'import { a } from "./a.mjs"; export const b = typeof a;',
    };
    expect(await said(files)).toBe("function 5\n");
  });
});

describe("what the sandbox does not have", () => {
  const help = expect.stringContaining("--engine command");

  it("stops when a package that is not there is used, at its import", async () => {
    const script =
      'import { existsSync } from "node:fs";\nimport { upload } from "some-cloud";\nexistsSync("x");\nupload("x");';
    const { outcome, looks } = await rehearseFiles({ "bump.mjs": script });
    const message = "the script needs the package `some-cloud`, which is not installed";
    expect(outcome).toEqual({
      ended: "stopped",
      message,
      help,
      origin: { path: "bump.mjs", line: 2, column: 24, function: null },
    });
    expect(looks).toHaveLength(1);
  });

  it("does not mind what is imported and not used", async () => {
    const files = {
      "bump.mjs":
        'import cloud, { upload } from "some-cloud"; import * as all from "other"; import http from "node:http"; import { watch } from "fs"; import "./b.cjs"; console.log("fine"); export const late = () => [cloud.x, upload(), all.y, http.get(), watch()];',
      "b.cjs":
        'const lost = require("lost"); const { promises } = require("dns"); module.exports = () => lost.x(promises);',
    };
    expect(await said(files)).toBe("fine\n");
  });

  it.each([
    ['import * as all from "other"; all.thing();', "the package `other`"],
    ['import all from "other/sub/path.js"; all.thing();', "the package `other`"],
    ['import all from "@scope/other/sub"; all.thing();', "the package `@scope/other`"],
    ['import other from "other"; class X extends other {} new X();', "the package `other`"],
    ['import "polyfill";', "the package `polyfill`"],
    ['await import("lazy");', "the package `lazy`"],
    ['import { createServer } from "node:http"; createServer();', "node:http"],
    ['import http from "http"; http.get("x");', "node:http"],
    ['import fs from "node:fs"; fs.watch("x");', "`watch` of node:fs"],
    [
      'import { createRequire } from "node:module"; createRequire(import.meta.url)("lost").x()',
      "the package `lost`",
    ],
    ['import "./conf.yaml";', "the script imports conf.yaml, which is no JavaScript"],
    ['await import("./conf.yaml");', "the script imports conf.yaml, which is no JavaScript"],
    ['import { execaNope } from "execa"; execaNope();', "stand-in for execa has no execaNope"],
    ['import { fork } from "node:child_process"; fork("x.js");', "forks x.js"],
    ["new Headers();", "`Headers`, which the sandbox does not offer"],
    ['await fetch("https://example.com");', "fetch of https://example.com was refused"],
  ])("stops at %s", async (script, message) => {
    const { outcome } = await rehearseFiles({ "bump.mjs": script, "conf.yaml": "# a: b\n" });
    expect(outcome).toMatchObject({
      ended: "stopped",
      message: expect.stringContaining(message),
      origin: { path: "bump.mjs", line: 1 },
    });
    expect(outcome).toHaveProperty("help", help);
  });

  it("goes on when the script is prepared to do without", async () => {
    const script = `let colors; try { colors = (await import("colors-maybe")).default } catch { colors = "none" }
const answer = await fetch("https://example.com").catch((error) => error.message); console.log(colors, answer);`;
    expect(await said({ "bump.mjs": script })).toBe(
      "none fetch of https://example.com was refused: a rehearsal opens no connection\n",
    );
  });

  it("gives the keys of a JSON file as names, as the runners of TypeScript do", async () => {
    const files = {
      "bump.ts": 'import all, { version } from "./package.json"; console.log(version, all.name);',
      "package.json": '{ "name": "acme", "version": "1.2.3", "a-b": 1, "default": 2 }',
    };
    expect(await said(files)).toBe("1.2.3 acme\n");
  });

  it("answers an address that the configuration answers", async () => {
    const script = `const { sha } = await (await fetch("https://example.com/head")).json(); console.log(sha);`;
    const answers = { "fetch https://example.com/*": '{ "sha": "abc" }' };
    const { log, commands } = await rehearseFiles({ "bump.mjs": script }, { answers });
    expect(log.map(({ text }) => text)).toEqual(["abc\n"]);
    expect(commands).toMatchObject([{ command: "fetch https://example.com/head", answer: "configured" }]);
  });

  it.each([
    ['import { x } from "./gone.js"; x();', "Cannot find module './gone.js' imported from /repo/bump.ts", 19],
    [
      'import { nope } from "./there.js"; nope();',
      "Could not find export 'nope' in module '/repo/there.ts'",
      22,
    ],
    ["const x: number = ;", "Expression expected", 19],
    ["\t\tconst x = '漢\u{1F680}e\u0301', y: number = ;", "Expression expected", 34],
  ])("fails as Node does: %s", async (script, message, column) => {
    const { outcome } = await rehearseFiles({ "bump.ts": script, "there.ts": "export {};" });
    const origin = { path: "bump.ts", line: 1, column, function: null };
    expect(outcome).toEqual({ ended: "failed", message, exitCode: 1, origin });
  });

  it("stops at syntax that only the engine cannot read", async () => {
    const script = "const x = 1;\n{ using y = null; }";
    const { outcome } = await rehearseFiles({ "bump.mjs": script });
    expect(outcome).toMatchObject({ ended: "stopped", origin: { path: "bump.mjs", line: 2 } });
  });

  it("gives up TypeScript that is nested too deeply, and reads other modules after it", async () => {
    const message = "the compiler gives up, perhaps because it is nested too deeply";
    const deep = await rehearseFiles({ "bump.ts": `const x: X = ${"(".repeat(20_000)}` });
    expect(deep.outcome).toMatchObject({ ended: "failed", message, origin: { path: "bump.ts", line: 1 } });
    const plain = await rehearseFiles({ "bump.ts": "const x: number = 1;" });
    expect(plain.outcome).toMatchObject({ ended: "completed" });
  });

  it("stops at JavaScript that is nested too deeply", async () => {
    const { outcome } = await rehearseFiles({ "bump.mjs": `const x = ${"(".repeat(20_000)}` });
    expect(outcome).toMatchObject({ ended: "stopped", message: "the script's calls nest too deeply" });
  });
});
