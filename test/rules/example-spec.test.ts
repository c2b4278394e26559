import { expect, test } from "vitest";
import { exampleSpec } from "../../src/rules/example-spec.ts";
import { fixtureCopy, replace, told, unrehearsed, write } from "./fixture-copy.ts";

test("reports an example that asks by a tag", () => {
  expect(told(exampleSpec, unrehearsed(fixtureCopy("example-spec")))).toEqual([
    "warning examples/board/package.json:5 examples/board/package.json asks for pebble by latest",
  ]);
});

test.each([
  "*",
  "workspace:^",
  "^1.2.0",
  "link:../../packages/pebble",
  "1.0.0",
])("leaves %s alone", (spec) => {
  const root = fixtureCopy("example-spec");
  replace(root, "examples/board/package.json", "latest", spec);
  expect(told(exampleSpec, unrehearsed(root))).toEqual([]);
});

test("a URL is as odd as a tag", () => {
  const root = fixtureCopy("example-spec");
  replace(root, "examples/board/package.json", "latest", "https://pkg.pr.new/pebble@abcdef0");
  expect(told(exampleSpec, unrehearsed(root))).toHaveLength(1);
});

test("without a convention nothing is odd, nor outside of examples", () => {
  const root = fixtureCopy("example-spec");
  replace(root, "examples/chat/package.json", "^1.2.0", "latest");
  expect(told(exampleSpec, unrehearsed(root))).toEqual([]);
  const other = fixtureCopy("example-spec");
  replace(other, "examples/board/package.json", "latest", "*");
  replace(other, "packages/react/package.json", "workspace:*", "latest");
  expect(told(exampleSpec, unrehearsed(other))).toEqual([]);
});

test.each([
  [3, 1, 0],
  [4, 1, 1],
  [4, 2, 0],
  [6, 2, 2],
  [7, 2, 2],
])("when %i requirements keep the convention and %i do not, it reports %i", (kept, odd, reported) => {
  const root = fixtureCopy("example-spec");
  const asking = (spec: string) =>
    `{ "name": "example", "private": true, "dependencies": { "pebble": "${spec}" } }\n`;
  for (const name of ["board", "chat", "hello"]) write(root, `examples/${name}/package.json`, "{}\n");
  for (let index = 0; index < kept; index++)
    write(root, `examples/kept-${index}/package.json`, asking("workspace:*"));
  for (let index = 0; index < odd; index++)
    write(root, `examples/odd-${index}/package.json`, asking("latest"));
  expect(told(exampleSpec, unrehearsed(root))).toHaveLength(reported);
});

test("an empty requirement means any version, and a version next to the odd one does not excuse it", () => {
  const root = fixtureCopy("example-spec");
  const path = "examples/board/package.json";
  replace(root, path, '"pebble": "latest"', '"a": "1.2.0",\n    "pebble": "latest",\n    "z": "1.2.0"');
  expect(exampleSpec.check(unrehearsed(root))).toMatchObject([
    {
      message: `${path} asks for pebble by latest`,
      label: "no release writes this",
      related: [],
      why: "4 of 5 requirements of the examples are `*`, local, or a version that a release can write",
      family: "example-spec",
    },
  ]);
  replace(root, path, '"latest"', '""');
  expect(told(exampleSpec, unrehearsed(root))).toEqual([]);
});
