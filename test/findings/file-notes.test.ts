import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileNotes } from "../../src/findings/file-notes.ts";
import { ecosystems } from "../../src/inventory/ecosystems.ts";
import { takeInventory } from "../../src/inventory/inventory.ts";
import { openRepository } from "../../src/open-repository.ts";
import { soFar } from "../judge/judged.ts";

/** What is said of the files of the lumen family and these. */
function notesOf(
  files: Readonly<Record<string, string>>,
  bytes: Readonly<Record<string, Buffer>> = {},
): string[] {
  const { evidence, repository } = soFar(files);
  for (const [path, content] of Object.entries(bytes)) writeFileSync(join(repository.root, path), content);
  const opened = openRepository({ root: repository.root });
  const inventory = takeInventory(opened.repository, opened.workspace, ecosystems);
  return fileNotes(inventory, evidence, opened.repository).map(({ path, message }) => `${path}: ${message}`);
}

test("a manifest that does not parse is told where it names the product, and not among the data of tests", () => {
  const broken = '{ "name": "@lumen/core", ';
  expect(notesOf({ "demo/package.json": broken, "tests/broken/package.json": broken })).toEqual([
    "demo/package.json: Does not parse as JSON at line 1, column 26: property name expected.",
  ]);
});

test("a file with a NUL is told, and not among the data of tests", () => {
  expect(notesOf({ "src/a.ts": "a\0b", "test/fixtures/b.ts": "a\0b" })).toEqual([
    "src/a.ts: Holds a NUL, so it is taken for binary and not read.",
  ]);
});

test("a text that is neither UTF-8 nor UTF-16 is told where a version stands in it", () => {
  const bytes = {
    "about.txt": Buffer.from("Größe", "latin1"),
    "use.txt": Buffer.from("Größe 2.3.0", "latin1"),
  };
  expect(notesOf({}, bytes)).toEqual(["use.txt: Is neither UTF-8 nor UTF-16, so it is read as Latin-1."]);
});
