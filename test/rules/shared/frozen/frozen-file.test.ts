import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { blobIdsAt } from "../../../../src/repository/git/git-objects.ts";
import { changeSince } from "../../../../src/rules/shared/frozen/frozen-file.ts";
import { fixtureCopy, release, unrehearsed, write } from "../../fixture-copy.ts";

/** A repository of which one file was released with one content and now has another. */
function changed(path: string, before: string | Uint8Array, now: string | Uint8Array) {
  const root = fixtureCopy("schema-modified");
  write(root, path, before);
  release(root, "v1.2.0");
  write(root, path, now);
  const { repository } = unrehearsed(root);
  const id = blobIdsAt(repository, "v1.2.0", "").get(path) ?? expect.fail(`${path} is not released`);
  return { root, change: () => changeSince("v1.2.0", path, id, repository) };
}

const schema = "schemas/v9.bare";
const binary = new Uint8Array([0, 1, 2]);

test.each([
  ["nothing", "type A u8\n", "type A u8\n"],
  ["line ends", "type A u8\ntype B u8\n", "type A u8\r\ntype B u8\r\n"],
])("no change where %s differs", (_, before, now) => {
  expect(changed(schema, before, now).change()).toBeNull();
});

test.for([
  ["the first line", "type A u8\ntype B u8\n", "type A u16\ntype B u8\n", 1, "type A u16"],
  [
    "a line in the middle",
    "type A u8\ntype B u8\ntype C u8\n",
    "type A u8\ntype B u16\ntype C u8\n",
    2,
    "type B u16",
  ],
  ["a line that was added", "type A u8\n", "type A u8\ntype B u8\n", 2, "type B u8"],
  ["the line at which the rest was taken away", "type A u8\ntype B u8", "type A u8", 1, "type A u8"],
  ["two lines that became one", "type A\nu8", "type Au8", 1, "type Au8"],
  ["a line with a remark behind it", "type A u8 # small", "type A u16 # small", 1, "type A u16 # small"],
] as const)("a changed schema is shown at %s", ([, before, now, line, lineText]) => {
  expect(changed(schema, before, now).change()).toEqual({
    isRemark: false,
    location: { path: schema, line, column: 1, endLine: line, endColumn: lineText.length + 1, lineText },
  });
});

test.each([
  ["schemas/v9.bare", "type A u8\n", "# one byte\ntype A u8\n", true],
  ["schemas/v9.proto", "message A {}\n", "// empty\nmessage A {}\n", true],
  ["schemas/v9.bare", "type A struct {\n  a: u8\n}\n", "type A struct {\n\n    a: u8\n}\n", true],
  ["schemas/notes.md", "text\n", "# title\ntext\n", false],
])("a remark, a blank line and an indent mean nothing in %s, but not in other files", (path, before, now, isRemark) => {
  expect(changed(path, before, now).change()).toMatchObject({ isRemark });
});

test.each([
  ["bytes that became text", binary, "type A u8\n", "type A u8"],
  ["text that became bytes", "type A u8\n", binary, ""],
])("%s are shown at the start of the file", (_, before, now, lineText) => {
  expect(changed(schema, before, now).change()).toEqual({
    isRemark: false,
    location: { path: schema, line: 1, column: 1, endLine: 1, endColumn: 1, lineText },
  });
});

test("a file that cannot be read any more is left to the notes", () => {
  const { root, change } = changed(schema, "type A u8\n", "type A u16\n");
  rmSync(join(root, schema));
  expect(change()).toBeNull();
});
