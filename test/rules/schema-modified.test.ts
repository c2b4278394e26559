import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { schemaModified } from "../../src/rules/schema-modified.ts";
import { fixtureCopy, release, replace, told, unrehearsed, write } from "./fixture-copy.ts";

const schema = "schemas/pebble-protocol/v2.bare";

test("reports a frozen file that differs from the latest release", () => {
  const root = fixtureCopy("schema-modified");
  release(root, "v1.2.0");
  replace(root, schema, "field2: u32", "field2: u64");
  expect(told(schemaModified, unrehearsed(root))).toEqual([
    `error ${schema}:3 ${schema} is not what v1.2.0 contains`,
  ]);
});

test("compares with the newest release that is not above current", () => {
  const root = fixtureCopy("schema-modified");
  release(root, "v1.1.0");
  replace(root, schema, "field2: u32", "field2: u64");
  release(root, "v1.2.0-rc.1");
  const expected = [`error ${schema}:3 ${schema} is not what v1.1.0 contains`];
  expect(told(schemaModified, unrehearsed(root))).toEqual(expected);
  release(root, "v1.2.0");
  expect(told(schemaModified, unrehearsed(root))).toEqual([]);
  replace(root, schema, "field2: u64", "field2: u32");
  release(root, "v1.3.0");
  expect(told(schemaModified, unrehearsed(root))).toEqual([
    `error ${schema}:3 ${schema} is not what v1.2.0 contains`,
  ]);
});

test("a new version, a removed one and converted line ends are no change", () => {
  const root = fixtureCopy("schema-modified");
  release(root, "v1.2.0");
  write(root, "schemas/pebble-protocol/v3.bare", "type Hello struct {}\n");
  replace(root, schema, "\n", "\r\n");
  rmSync(join(root, "schemas/pebble-protocol/v1.bare"));
  expect(told(schemaModified, unrehearsed(root))).toEqual([]);
});

test("a remark is only noted", () => {
  const root = fixtureCopy("schema-modified");
  release(root, "v1.2.0");
  replace(root, schema, "  field2", "  # counts\n  field2");
  expect(told(schemaModified, unrehearsed(root))).toEqual([
    `note ${schema}:3 ${schema} is not what v1.2.0 contains`,
  ]);
});

test("says aloud that it could not compare", () => {
  const root = fixtureCopy("schema-modified");
  release(root);
  expect(told(schemaModified, unrehearsed(root))).toEqual([
    "note version-audit.toml:6 frozen files were not compared: no release tag is at or below current",
  ]);
  rmSync(join(root, ".git"), { recursive: true });
  expect(told(schemaModified, unrehearsed(root))).toEqual([
    "note version-audit.toml:6 frozen files were not compared: the audited folder lies in no git repository",
  ]);
});

test("a frozen file that is not text is compared by its bytes", () => {
  const root = fixtureCopy("schema-modified");
  write(root, "schemas/blob.bare", new Uint8Array([0, 1, 2]));
  release(root, "v1.2.0");
  expect(told(schemaModified, unrehearsed(root))).toEqual([]);
  write(root, "schemas/blob.bare", new Uint8Array([0, 1, 3]));
  expect(told(schemaModified, unrehearsed(root))).toEqual([
    "error schemas/blob.bare:1 schemas/blob.bare is not what v1.2.0 contains",
  ]);
});
