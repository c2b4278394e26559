import { execFileSync } from "node:child_process";
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

test("says why a file must not change, in the words of the configuration where it has some", () => {
  const root = fixtureCopy("schema-modified");
  release(root, "v1.2.0");
  replace(root, schema, "field2: u32", "field2: u64");
  const found = () => schemaModified.check(unrehearsed(root));
  expect(found()).toMatchObject([
    { label: "differs from v1.2.0 from here on", why: "a published schema is never modified" },
  ]);
  replace(root, "version-audit.toml", 'why = "a published schema is never modified"\n', "");
  expect(found()).toMatchObject([{ why: "v1.2.0 has released this file, and others rely on it" }]);
  replace(root, schema, "  field2: u64", "  # counts\n  field2: u32");
  expect(found()).toMatchObject([{ label: "only remarks and blanks differ" }]);
});

test("says how to have the files compared", () => {
  const root = fixtureCopy("schema-modified");
  expect(schemaModified.check(unrehearsed(root))).toMatchObject([
    { label: "not checked", help: "run the audit in a checkout with the tags of its releases" },
  ]);
});

test("a tag whose files are not here is another reason, and nothing is guessed", () => {
  const root = fixtureCopy("schema-modified");
  release(root, "v1.1.0");
  const tree = execFileSync("git", ["rev-parse", "v1.1.0^{tree}"], { cwd: root, encoding: "utf8" }).trim();
  write(root, "more.txt", "more\n");
  release(root);
  rmSync(join(root, ".git/objects", tree.slice(0, 2), tree.slice(2)));
  expect(told(schemaModified, unrehearsed(root))).toEqual([
    "note version-audit.toml:6 frozen files were not compared: the files of v1.1.0 are not in the local copy of the repository",
  ]);
});

test("without frozen files there is nothing to say", () => {
  const root = fixtureCopy("schema-modified");
  write(root, "version-audit.toml", '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\n');
  expect(told(schemaModified, unrehearsed(root))).toEqual([]);
});

test("a preset asks for checkouts without history too, and says nothing of them", () => {
  const audit = unrehearsed(fixtureCopy("schema-modified"));
  const source = { from: "preset", preset: "pebble" } as const;
  const config = { ...audit.config, frozen: audit.config.frozen.map(({ value }) => ({ value, source })) };
  expect(told(schemaModified, { ...audit, config })).toEqual([]);
});
