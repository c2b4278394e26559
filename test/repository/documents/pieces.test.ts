import { expect, test } from "vitest";
import {
  documentAt,
  documentCache,
  knownDocument,
} from "../../../src/repository/documents/document-cache.ts";
import { parseDocument } from "../../../src/repository/documents/parse-document.ts";
import { deepestNesting } from "../../../src/repository/documents/scalar-list.ts";
import { valuesByKey } from "../../../src/repository/documents/values-by-key.ts";
import { LineIndex } from "../../../src/repository/text/location.ts";
import { contains, overlaps } from "../../../src/repository/text/span.ts";
import { temporaryRepository } from "../../config/temporary-repository.ts";

const span = (start: number, end: number) => ({ start, end });

test("spans overlap when they share a character, and contain one another with their ends", () => {
  expect(overlaps(span(0, 2), span(1, 3))).toBe(true);
  expect(overlaps(span(1, 3), span(0, 2))).toBe(true);
  expect(overlaps(span(0, 2), span(2, 3))).toBe(false);
  expect(overlaps(span(2, 3), span(0, 2))).toBe(false);
  expect(contains(span(0, 3), span(0, 3))).toBe(true);
  expect(contains(span(0, 3), span(1, 2))).toBe(true);
  expect(contains(span(0, 3), span(1, 4))).toBe(false);
  expect(contains(span(1, 3), span(0, 2))).toBe(false);
});

test("the values of a document by key", () => {
  const { scalars } = parseDocument("a.toml", '[a]\nb = "1.2.3"\nc = [1, 2]\n');
  expect([...valuesByKey(scalars)]).toEqual([
    ["a.b", "1.2.3"],
    ["a.c.0", 1],
    ["a.c.1", 2],
  ]);
});

test("a document is parsed once, and only that of a file that is there and is text", () => {
  const repository = temporaryRepository({
    "a.json": '{ "a": 1 }',
    "b.json": new Uint8Array([0, 1]),
    "c.json": "{}",
  });
  expect(knownDocument(repository, "a.json")).toBeNull();
  const document = documentAt(repository, "a.json");
  expect(document?.scalars).toHaveLength(1);
  expect(documentAt(repository, "a.json")).toBe(document);
  expect(documentCache(repository)("a.json")).toBe(document);
  expect(documentAt(repository, "c.json")?.scalars).toEqual([]);
  expect(knownDocument(repository, "a.json")).toBe(document);
  expect(documentAt(repository, "b.json")).toBeNull();
  expect(documentAt(repository, "none.json")).toBeNull();
});

test("lines know their texts without their breaks", () => {
  const lines = new LineIndex("a\r\n\r\nb\rc\nd");
  expect([1, 2, 3, 4].map((line) => lines.lineText(line))).toEqual(["a", "", "b\rc", "d"]);
  expect(lines.lineCount).toBe(4);
  expect(lines.position(6)).toEqual({ line: 3, column: 2 });
  expect(() => lines.start(5)).toThrow("line 5 of a text with 4 lines");
  expect(lines.locate("a.txt", span(5, 8))).toMatchObject({
    line: 3,
    column: 1,
    endLine: 3,
    endColumn: 4,
    lineText: "b\rc",
  });
});

const many = deepestNesting * 3;
const isYaml = (text: string) => parseDocument("a.yaml", text).format === "yaml";

test.each([
  ["lists in a list", "- [a, {b: [c]}]\n".repeat(many)],
  ["quoted brackets", "- '[{'\n- \"[{\"\n- a[{\n".repeat(many)],
  [
    "mappings beside each other",
    Array.from({ length: many }, (_, at) => `k${at}:\n  a:\n    b: [1]\n`).join(""),
  ],
  ["lists beside each other", "- - - [1]\n".repeat(many)],
  ["documents", "---\na:\n  - b: [1]\n".repeat(many)],
  ["a line of many words", `a: ${"x ".repeat(many)}\n`],
  ["a comment of many words", `# ${"- ".repeat(many)}\na: 1\n`],
  ["a block of many words", `a: |\n  ${"- ".repeat(many)}\n  [[[\nb: 1\n`],
])("a wide text is not deep: %s", (_, text) => expect(isYaml(text)).toBe(true));

test.each([
  ["lists in brackets", "[".repeat(many) + "]".repeat(many)],
  ["mappings in braces", "{a: ".repeat(many) + "}".repeat(many)],
  ["lists in one line", `${"- ".repeat(many)}1\n`],
  ["keys in one line", `${"? ".repeat(many)}1\n`],
  [
    "mappings by their indentation",
    Array.from({ length: many }, (_, at) => `${" ".repeat(at)}k:\n`).join(""),
  ],
])("a deep text is read as text: %s", (_, text) => expect(isYaml(text)).toBe(false));
