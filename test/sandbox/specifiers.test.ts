import { describe, expect, it } from "vitest";
import { said } from "./rehearse-files.ts";

describe("what a specifier means", () => {
  it("finds TypeScript behind every way of writing it", async () => {
    const files = {
      "bump.ts": `import { a } from "./a.js"; import { b } from "./b"; import { c } from "./c/index.js"; import { d } from "./d";
import { e } from "./e.mjs"; import { f } from "./f.ts";
console.log(a, b, c, d, e, f);`,
      "a.ts": "export const a: number = 1;",
      "b.ts": "export const b: number = 2;",
      "c/index.ts": "export const c: number = 3;",
      "d/index.ts": "export const d: number = 4;",
      "e.mts": "export const e: number = 5;",
      "f.ts": "export const f: number = 6;",
    };
    expect(await said(files)).toBe("1 2 3 4 5 6\n");
  });

  it("takes the paths of the nearest tsconfig.json, and of those it extends", async () => {
    const files = {
      "bump.ts": 'import { a } from "@lib/a"; import { b } from "shared"; console.log(a, b);',
      "tsconfig.json": '{ "extends": "./base.json", /* comment */ "compilerOptions": { "strict": true, }, }',
      "base.json": '{ "compilerOptions": { "paths": { "@lib/*": ["./src/*"], "shared": ["./src/b.ts"] } } }',
      "src/a.ts": "export const a = 1;",
      "src/b.ts": "export const b = 2;",
    };
    expect(await said(files)).toBe("1 2\n");
  });

  it("finds packages of the workspace", async () => {
    const files = {
      "package.json": '{ "name": "root", "workspaces": ["packages/*"] }',
      "bump.mjs": 'import { x } from "@me/x"; import { y } from "@me/x/y"; console.log(x, y);',
      "packages/x/package.json":
        '{ "name": "@me/x", "exports": { ".": "./src/index.ts", "./*": "./src/*.ts" } }',
      "packages/x/src/index.ts": "export const x: number = 1;",
      "packages/x/src/y.ts": "export const y: number = 2;",
    };
    expect(await said(files)).toBe("1 2\n");
  });

  it("takes the imports of the nearest package.json, and knows the package by its own name", async () => {
    const files = {
      "package.json":
        '{ "name": "me", "exports": { "./x": "./x.mjs" }, "imports": { "#lib/*": "./lib/*.mjs", "#fs": "node:fs", "#me": "me/x" } }',
      "bump.mjs": `import { a } from "#lib/a"; import { existsSync } from "#fs"; import { x } from "#me"; import { x as y } from "me/x";
import { z } from "./inner/z.mjs"; console.log(a, existsSync("x.mjs"), x, y, z);`,
      "lib/a.mjs": "export const a = 1;",
      "x.mjs": "export const x = 2;",
      "inner/package.json": '{ "imports": { "#lib/*": { "node": "./own.ts", "default": "./none.js" } } }',
      "inner/z.mjs": 'export { z } from "#lib/anything";',
      "inner/own.ts": "export const z: number = 3;",
    };
    expect(await said(files)).toBe("1 true 2 2 3\n");
  });

  it("finds installed packages: exports with conditions, main, subpaths, their own dependencies", async () => {
    const files = {
      ".gitignore": "node_modules\n",
      "bump.mjs":
        'import both, { kind } from "both"; import old from "old/lib/sub"; import "./use.cjs"; console.log(both, kind, old);',
      "use.cjs": 'const both = require("both"); console.log(both.kind);',
      "node_modules/both/package.json":
        '{ "exports": { ".": { "import": "./es/index.mjs", "require": "./cjs.js" } }, "imports": { "#inner": "./inner.js" } }',
      "node_modules/both/es/index.mjs":
        'import inner from "#inner"; export default inner.name; export const kind = "esm";',
      "node_modules/both/cjs.js": 'exports.kind = "cjs";',
      "node_modules/both/inner.js": 'module.exports = require("dep");',
      "node_modules/both/node_modules/dep/index.js": 'exports.name = "nested";',
      "node_modules/old/lib/sub.js": 'module.exports = "sub";',
    };
    expect(await said(files)).toBe("cjs\nnested esm sub\n");
  });

  it("lends commander, semver and the parsers that we ship", async () => {
    const script = `import { Command } from "commander"; import * as semver from "semver"; import yaml from "yaml";
import TOML from "@iarna/toml"; import { parse } from "jsonc-parser"; import { diffLines } from "diff";
const program = new Command().option("--to <version>").parse(["node", "x", "--to", "1.2.3"]);
console.log(program.opts().to, semver.inc("1.2.3", "minor"), yaml.parse("a: [1]").a, TOML.parse("b = 2").b, parse("{/**/}"), diffLines("a", "b").length);`;
    expect(await said({ "bump.mjs": script })).toBe("1.2.3 1.3.0 [ 1 ] 2 {} 2\n");
  });

  it("does not leave the root, neither by a path nor by a link of node_modules", async () => {
    const script =
      "for (const s of ['../../../etc/passwd', '/etc/hostname', 'file:///etc/passwd', 'x/../../../../etc/hosts']) await import(s).catch((e) => console.log(e.message));";
    expect(await said({ "bump.mjs": script, "node_modules/x/index.js": "" })).toBe(
      "Cannot find module '../../../etc/passwd' imported from /repo/bump.mjs\n" +
        "Cannot find module '/etc/hostname' imported from /repo/bump.mjs\n" +
        "Cannot find module 'file:///etc/passwd' imported from /repo/bump.mjs\n" +
        "Cannot find package 'x/../../../../etc/hosts' imported from /repo/bump.mjs\n",
    );
  });
});
