import { expect, it } from "vitest";
import { printed, rehearseFiles } from "./rehearse-files.ts";

const text = 'version = "1.0.0"\nname = "something"\n';

/** `method /pattern/flags path matched matchesOriginal line` of every question. */
async function asked(script: string, files = {}): Promise<string[]> {
  const head =
    'import { readFileSync, writeFileSync } from "node:fs"; const text = readFileSync("a.toml", "utf8");\n';
  const { outcome, patterns } = await rehearseFiles({ "bump.mjs": head + script, "a.toml": text, ...files });
  expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
  return patterns.map(({ pattern, flags, method, path, matched, matchesOriginal, origin }) => {
    const shown = flags === null ? JSON.stringify(pattern) : `/${pattern}/${flags}`;
    return `${method} ${shown} ${path} ${matched} ${matchesOriginal} ${origin.line}`;
  });
}

it.each([
  ['text.replace(/version = ".*"/, "x");', 'replace /version = ".*"/ a.toml true true 2'],
  ['text.replaceAll("1.0.0", "x");', 'replaceAll "1.0.0" a.toml true true 2'],
  ["text.match(/nothing/i);", "match /nothing/i a.toml false false 2"],
  ['text.match("vers.on");', "match /vers.on/ a.toml true true 2"],
  ["[...text.matchAll(/e/g)];", "matchAll /e/g a.toml true true 2"],
  ["text.search(/name/);", "search /name/ a.toml true true 2"],
  ['text.includes("nope");', 'includes "nope" a.toml false false 2'],
  ['text.indexOf("name");', 'indexOf "name" a.toml true true 2'],
  ['text.split("\\n");', 'split "\\n" a.toml true true 2'],
  ["/^name/m.test(text);", "test /^name/m a.toml true true 2"],
  ["const re = /x|v/g; while (re.exec(text));", "exec /x|v/g a.toml true true 2"],
])("records %s", async (script, question) => {
  expect(await asked(script)).toEqual([question]);
});

it("follows a text through replacements, and tells what an earlier rule has killed", async () => {
  const script = `let next = text.replace('"1.0.0"', '"2.0.0"');
next = next.replace(/"1\\.0\\.0"/, '"3.0.0"');
next = next.replace(/"2.0.0"/, "x");
writeFileSync("a.toml", next);
/version = x/.test(readFileSync("a.toml", "utf8"));`;
  expect(await asked(script)).toEqual([
    'replace "\\"1.0.0\\"" a.toml true true 2',
    'replace /"1\\.0\\.0"/ a.toml false true 3',
    'replace /"2.0.0"/ a.toml true false 4',
    "test /version = x/ a.toml true false 6",
  ]);
});

it("knows a text that was read as bytes, by promise or by callback", async () => {
  const script = `import fs, { promises } from "node:fs";
readFileSync("a.toml").toString().includes("a1");
(await promises.readFile("a.toml", { encoding: "utf-8" })).includes("a2");
new TextDecoder().decode(readFileSync("a.toml")).includes("a3");
String(await promises.readFile("a.toml")).includes("a4");
await new Promise((done) => fs.readFile("a.toml", "utf8", (_error, it) => done(it.includes("a5"))));`;
  expect((await asked(script)).map((line) => line.split(" ")[1])).toEqual([
    '"a1"',
    '"a2"',
    '"a3"',
    '"a4"',
    '"a5"',
  ]);
});

it("records one question per pattern, file and place, and nothing about other texts", async () => {
  const script = `for (let i = 0; i < 1000; i++) text.includes("x");
text.includes("x");
"a text that comes from no file at all".replace(/a/, "b");
text.slice(3).includes("x");
JSON.parse('{"a":"a text that comes from no file at all"}').a.split("a");
console.log(text, [text], { text });`;
  expect(await asked(script)).toEqual([
    'includes "x" a.toml false false 2',
    'includes "x" a.toml false false 3',
  ]);
});

it("does not change what the methods do", async () => {
  const script = `
import { readFileSync } from "node:fs";
const text = readFileSync("a.toml", "utf8");
const sticky = /n/gy; sticky.lastIndex = 18;
console.log(sticky.test(text), sticky.lastIndex, sticky.test(text), sticky.lastIndex);
const global = /e/g;
console.log(global.exec(text).index, global.lastIndex, global.exec(text).index, text.match(global).length, global.lastIndex);
console.log(text.replace(/(?<k>\\w+) = "(.*?)"/g, (...args) => JSON.stringify([args.length, args.at(-1), args.at(-3)])));
console.log(text.split(/ = /, 2), text.split("", 3), text.indexOf("e", 5), text.includes("version", 1), text.search("name"));
class Upper extends RegExp { [Symbol.replace](string, by) { return super[Symbol.replace](string, by).toUpperCase(); } }
console.log(text.replace(new Upper("version"), "v"), text.replace({ [Symbol.replace]: () => "custom" }, ""));
try { text.replaceAll(/x/, "") } catch (error) { console.log(error.name) }
try { text.includes(/x/) } catch (error) { console.log(error.name) }
console.log(String.prototype.replace.length, String.prototype.replace.name, RegExp.prototype.test.length, Object.keys(String.prototype));
console.log(String.prototype.includes.call(12345, 34), text.match(), ["n", "v"].map(String.prototype.indexOf, text));`;
  const rehearsal = await rehearseFiles({ "bump.mjs": script, "a.toml": text });
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(printed(rehearsal)).toBe(await natively(script));
});

it("costs less than the search itself", async () => {
  const big = "lorem ipsum dolor sit amet\n".repeat(4000);
  const time = async (read: string) => {
    const script = `import { readFileSync } from "node:fs"; const text = ${read};
let found = 0; for (let i = 0; i < 300; i++) found += text.replace(/x(\\d+)y/g, "").length + text.indexOf("nothing there");`;
    const start = process.cpuUsage();
    const { outcome } = await rehearseFiles({ "bump.mjs": script, "a.txt": big });
    expect(outcome.ended).toBe("completed");
    return process.cpuUsage(start).user / 1000;
  };
  await time("'warm up'");
  const tracked = await time("readFileSync('a.txt', 'utf8')");
  const other = await time("readFileSync('a.txt', 'utf8') + ' '");
  expect(tracked).toBeLessThan(other * 2 + 100);
});

async function natively(script: string): Promise<string> {
  const { spawnSync } = await import("node:child_process");
  const { withFiles } = await import("./rehearse-files.ts");
  return withFiles({ "bump.mjs": script, "a.toml": text }, (root) => {
    const run = spawnSync(process.execPath, ["bump.mjs"], { cwd: root, encoding: "utf8", env: {} });
    expect(run.stderr).toBe("");
    return run.stdout;
  });
}
