import { builtinModules } from "node:module";
import { describe, expect, it, test } from "vitest";
import { rehearseFiles, said } from "./rehearse-files.ts";

/** Every way of importing a module of Node, with a use in a branch that is not taken. */
const unused = (name: string) => `import "${name}";
import * as all from "node:${name}";
import it from "${name}";
import { createRequire } from "node:module";
export * as again from "${name}";
const late = await import("node:${name}");
const required = createRequire(import.meta.url)("${name}");
class Own extends (it?.Agent ?? Object) {}
if (process.argv.includes("--never")) all.x(it.x(), late.y(), required.z(), new Own());
console.log("fine");`;

test.each(builtinModules)("node:%s does no harm where nothing of it is used", async (name) => {
  expect(await said({ "bump.mjs": unused(name) })).toBe("fine\n");
});

test("modules of Node are loaded by CommonJS and by packages, promisified, extended and looked into", async () => {
  const files = {
    "bump.cjs": `const { promisify } = require("util"); const zlib = require("zlib"); const { Agent, globalAgent } = require("https");
const gzip = promisify(zlib.gzip); class Own extends Agent {} require("util").inherits(function Older() {}, require("http").Agent);
module.exports = () => [gzip("x"), new Own(), globalAgent, require("v8").getHeapStatistics()]; console.log(require("pack"));`,
    "node_modules/pack/index.js": 'const dns = require("dns"); module.exports = typeof dns.lookup;',
  };
  expect(await said(files)).toBe("function\n");
});

describe("what a module of Node says of the only thread of the only process", () => {
  it.each([
    [
      'import { isMainThread, parentPort } from "node:worker_threads"; console.log(isMainThread, parentPort);',
      "true null",
    ],
    ['import cluster from "cluster"; console.log(cluster.isPrimary, cluster.isWorker);', "true false"],
    ['import console, { log } from "node:console"; log("a"); console.log("b");', "a\nb"],
    ['import { cwd, exit } from "node:process"; console.log(cwd()); exit(0);', "/repo"],
    ['import { inspect } from "node:sys"; console.log(inspect("a"));', "'a'"],
    [
      'import { isBuiltin } from "node:module"; console.log(isBuiltin("http2"), isBuiltin("dns/promises"), isBuiltin("node:none"), isBuiltin("fs/none"));',
      "true true false false",
    ],
  ])("%s", async (script, printed) => {
    expect(await said({ "bump.mjs": script })).toBe(`${printed}\n`);
  });
});

test("what the sandbox does not offer can be wrapped as packages do, and be left alone", async () => {
  const wrap = `import fs from "node:fs";
const wrapped = Object.defineProperty((...args) => fs.statfs(...args), "name", { value: fs.statfs.name });
console.log(typeof wrapped, fs.statfs.length);
`;
  const left = await rehearseFiles({ "bump.mjs": wrap });
  expect(left.outcome).toMatchObject({ ended: "completed", exitCode: 0 });
  const used = await rehearseFiles({ "bump.mjs": `${wrap}wrapped(".");\n` });
  expect(used.outcome).toMatchObject({ ended: "stopped", message: expect.stringContaining("`statfs`") });
});

test.each([
  ["zlib", "gzipSync", "it.gzipSync('x')"],
  ["v8", "serialize", "it.serialize({})"],
  ["http", "createServer", "it.createServer()"],
  ["https", "get", "it.get('https://example.com')"],
  ["https", "Agent", "class Own extends it.Agent {} new Own()"],
  ["net", "connect", "it.connect(80)"],
  ["tls", "DEFAULT_CIPHERS", "String(it.DEFAULT_CIPHERS)"],
  ["dns", "promises", "await it.promises.lookup('example.com')"],
  ["dns/promises", "lookup", "await it.lookup('example.com')"],
  ["punycode", "toASCII", "it.toASCII('x')"],
  ["worker_threads", "Worker", "new it.Worker('x.mjs')"],
])("node:%s ends the rehearsal where %s is used", async (name, used, use) => {
  for (const line of [`import it from "node:${name}";`, `const it = await import("${name}");`]) {
    const { outcome } = await rehearseFiles({ "bump.mjs": `${line}\nconsole.log("so far");\n${use};\n` });
    expect(outcome).toMatchObject({
      ended: "stopped",
      message: `the script uses \`${used}\` of node:${name}, which the sandbox does not offer`,
      help: expect.stringContaining("--engine command"),
      origin: { path: "bump.mjs", line: 3 },
    });
  }
});
