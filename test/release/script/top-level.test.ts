import { expect, test } from "vitest";
import { likelyArguments } from "../../../src/release/script/likely-arguments.ts";
import { scriptAt } from "../../../src/release/script/read-script.ts";
import { ruleTables } from "../../../src/release/script/rule-tables.ts";
import { topLevelFunctions } from "../../../src/release/script/top-level-functions.ts";
import { declaredNames } from "../../../src/sandbox/modules/declared-names.ts";
import { temporaryRepository } from "../../config/temporary-repository.ts";

function read(text: string, path = "release.mjs") {
  const script = scriptAt(temporaryRepository({ [path]: text }), path);
  if (script === null) throw new RangeError(`${path} cannot be read`);
  return script;
}

test("the functions of a module and whether they are exported under their own name", () => {
  const script = read(`
export function a() {}
function b() {}
const c = () => {}, d = function () {}, e = 1, { f } = { f: () => {} };
export const g = async () => {};
export default function h() {}
export { b, c as renamed, d as d };
export { later } from "./other.mjs";
if (true) { function inner() {} }
class K {}
`);
  const told = topLevelFunctions(script).map(({ name, exported }) => (exported ? `export ${name}` : name));
  expect(told).toEqual(["export a", "export b", "c", "export d", "export g", "h"]);
});

test("a default export without a name is none", () => {
  expect(topLevelFunctions(read("export default function () {}\n"))).toEqual([]);
  expect(topLevelFunctions(read("export default () => {};\n"))).toEqual([]);
});

test.each([
  ["(version) => {}", ["{version}"]],
  ["(root, next) => {}", ["{root}", "{version}"]],
  [
    "(options) => { use(options.root, options.version, options.other, options['x']); }",
    [{ root: "{root}", version: "{version}" }],
  ],
  ["(options) => { const { repo, tag, ...rest } = options; }", [{ repo: "{root}", tag: "{version}" }]],
  ["({ cwd, version, dry }) => {}", [{ cwd: "{root}", version: "{version}" }]],
  ["({ ['computed']: x, ...rest }, version) => {}", [{}, "{version}"]],
  ["(version, dry = false, ...rest) => {}", ["{version}"]],
  ["(dry = false, version = '1.0.0') => {}", [{}, "{version}"]],
  ["([first], version) => {}", [null, "{version}"]],
  ["(dir) => {}", null],
  ["(options) => { const { version } = other; }", null],
  ["() => {}", null],
])("the likely arguments of %s", (text, values) => {
  const [bump] = topLevelFunctions(read(`const bump = ${text};\n`));
  expect(bump === undefined ? undefined : likelyArguments(bump)).toEqual(values);
});

test("a table of rules is a list of objects with a path and a pattern", () => {
  const [table, ...others] = ruleTables(
    read(`
const key = "x";
export const rules = [
  { path: "a.json", find: /a/g, replace: "b" },
  { "files": ["b.md", "c.md", other], 'from': "1.2.3", required: false },
  { glob: "*.txt", matches: [/x/, /y/], optional: true },
  { target: "d.md", [key]: /z/, 1: /w/, ...spread },
  { target: "e.md", [key]: /z/ },
  { path: dynamic, find: /a/ },
  { path: "f.md", optional: false, pattern: "p" },
  "text", , null,
];
const none = [{ name: "x" }];`),
  );
  expect(others).toEqual([]);
  const rows = table?.rows.map(({ paths, patterns, optional }) => [
    paths.map(({ text }) => text).join(),
    patterns.map(({ text }) => text).join(),
    optional,
  ]);
  expect(rows).toEqual([
    ["a.json", "a", false],
    ["b.md,c.md", "1.2.3", true],
    ["*.txt", "x,y", true],
    ["d.md", "w", false],
    ["f.md", "p", false],
  ]);
});

test("what a module declares or imports at its top level", () => {
  const { program } = read(`
import all, { a, b as c } from "x";
import * as star from "y";
const { d, e: { f }, ...g } = {}, [h, , i = 1, ...j] = [];
export const k = 1;
export function l() {}
class M {}
export default 1;
export { d as renamed };
{ const inner = 1; }`);
  expect([...declaredNames(program)].sort().join(" ")).toBe("M a all c d f g h i j k l star");
});

test("a script that cannot be read with its offsets kept is none", () => {
  const at = (path: string, text: string) => scriptAt(temporaryRepository({ [path]: text }), path);
  expect(at("a.ts", "const version: string = '1';\n")?.program.body).toHaveLength(1);
  expect(at("a.ts", "enum Kind { A }\n")).toBeNull();
  expect(at("a.ts", "const = ;\n")).toBeNull();
  expect(at("a.mjs", "const = ;\n")).toBeNull();
  expect(at("a.cjs", "return 1;\n")?.program.body).toHaveLength(1);
  expect(scriptAt(temporaryRepository({}), "none.mjs")).toBeNull();
});
