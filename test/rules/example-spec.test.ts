import { expect, test } from "vitest";
import { exampleSpec } from "../../src/rules/example-spec.ts";
import { fixtureCopy, replace, told, unrehearsed } from "./fixture-copy.ts";

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
