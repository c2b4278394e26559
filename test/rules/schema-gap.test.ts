import { expect, test } from "vitest";
import { schemaGap } from "../../src/rules/schema-gap.ts";
import { fixtureCopy, told, unrehearsed, write } from "./fixture-copy.ts";

test("reports a hole at the version after it, and not that a folder starts above 1", () => {
  expect(told(schemaGap, unrehearsed(fixtureCopy("schema-gap")))).toEqual([
    "warning schemas/pebble-protocol/v5.bare:1 schemas/pebble-protocol has no v4.bare, but goes on to v5.bare",
  ]);
});

test("is silent when the hole is filled", () => {
  const root = fixtureCopy("schema-gap");
  write(root, "schemas/pebble-protocol/v4.bare", "type Hello struct {}\n");
  expect(told(schemaGap, unrehearsed(root))).toEqual([]);
});

test("leaves folders alone that are numbered by dates or hold no schemas", () => {
  const root = fixtureCopy("schema-gap");
  write(root, "schemas/pebble-protocol/v4.bare", "type Hello struct {}\n");
  write(root, "proto/v20240.proto", "");
  write(root, "proto/v20299.proto", "");
  write(root, "icons/v1.svg", "");
  write(root, "icons/v3.svg", "");
  expect(told(schemaGap, unrehearsed(root))).toEqual([]);
});

test("a schema that is not text has a place all the same", () => {
  const root = fixtureCopy("schema-gap");
  write(root, "schemas/pebble-protocol/v5.bare", new Uint8Array([0, 1, 2]));
  expect(told(schemaGap, unrehearsed(root))).toHaveLength(1);
});

test.each([
  [[1, 22], 1],
  [[1, 23], 0],
])("a hole that is too wide is another way of numbering: %j", (versions, reported) => {
  const root = fixtureCopy("schema-gap");
  write(root, "schemas/pebble-protocol/v4.bare", "type Hello struct {}\n");
  for (const version of versions) write(root, `proto/v${version}.proto`, "");
  expect(told(schemaGap, unrehearsed(root))).toHaveLength(reported);
});

test("several holes are one finding, at the first version after the first of them", () => {
  const root = fixtureCopy("schema-gap");
  write(root, "schemas/pebble-protocol/v4.bare", "type Hello struct {}\n");
  for (const version of [7, 9, 10, 12]) write(root, `proto/v${version}.proto`, "");
  expect(schemaGap.check(unrehearsed(root))).toMatchObject([
    {
      message: "proto has no v8.proto, v11.proto, but goes on to v12.proto",
      location: { path: "proto/v9.proto", line: 1 },
      help: "restore v8.proto, v11.proto from history, or number the new schema without a hole",
    },
  ]);
});
