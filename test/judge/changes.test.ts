import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "../../src/release/edits/change.ts";
import { structuredChanges } from "../../src/release/edits/structured-changes.ts";
import { textChanges } from "../../src/release/edits/text-changes.ts";
import { parseDocument } from "../../src/repository/documents/parse-document.ts";

function apply(text: string, changes: readonly Change[]): string {
  return changes
    .toReversed()
    .reduce((out, { start, end, after }) => out.slice(0, start) + after + out.slice(end), text);
}

describe("changes of a text", () => {
  test("a version changes as a whole", () => {
    const before = 'a = "1.2.3"\nb = "=1.2.3-rc.4"\n';
    const changes = textChanges(before, 'a = "1.2.990001"\nb = "=1.2.990001"\n');
    expect(changes.map(({ start, end, after }) => [before.slice(start, end), after])).toEqual([
      ["1.2.3", "1.2.990001"],
      ["1.2.3-rc.4", "1.2.990001"],
    ]);
  });

  test.each([
    ["tag v3.1.2 of lumen", "tag v3.9901.0 of lumen", "v3.1.2", "v3.9901.0"],
    ["at 1.2.3.4 now", "at 1.2.9901.0 now", "1.2.3.4", "1.2.9901.0"],
    [
      "lumen_v1.2.3-rc.1.zip",
      "lumen_v1.2.9901-rc.2.zip",
      "lumen_v1.2.3-rc.1.zip",
      "lumen_v1.2.9901-rc.2.zip",
    ],
    ["of 1.8.0a1", "of 1.8.0b9901", "1.8.0a1", "1.8.0b9901"],
    ["of 0.18.1.dev0", "of 0.18.9901", "0.18.1.dev0", "0.18.9901"],
    ["of 2.1.0.Final,", "of 2.9901.0.Final,", "2.1.0.Final", "2.9901.0.Final"],
    ["in 4.5", "in 4.9901", "4.5", "4.9901"],
  ])("no change ends within a version: %s", (before, after, old, now) => {
    const changes = textChanges(before, after);
    expect(changes.map(({ start, end, after: to }) => [before.slice(start, end), to])).toEqual([[old, now]]);
  });

  test("two versions on one line are two changes", () => {
    const before = "from 1.2.3 to 1.2.4\n";
    expect(textChanges(before, "from 2.0.0 to 2.0.1\n")).toHaveLength(2);
  });

  test("a value of several lines changes where its text does", () => {
    const before = "body: |\n  lumen 1.2.0 (parser 3.3.5)\n  on ruby 3.3\n";
    const after = before.replace("1.2.0", "1.3.0");
    const side = (text: string) => ({ document: parseDocument("a.yml", text), text });
    const changes = structuredChanges(side(before), side(after));
    expect(changes.map(({ start, end, after: to }) => [before.slice(start, end), to])).toEqual([
      ["1.2.0", "1.3.0"],
    ]);
  });

  test("an inserted line is one change to nothing", () => {
    expect(textChanges("a\nc\n", "a\nb\nc\n")).toEqual([{ start: 2, end: 2, after: "b\n" }]);
  });

  test("every set of changes, applied, gives the text after", () => {
    const words = fc.constantFrom("1.2.3", "1.2.4-rc.1", " ", "\n", "name", "=", '"', "\r\n", "é", "🚀", "v");
    const text = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(apply(before, textChanges(before, after))).toBe(after);
      }),
    );
  });
});

describe("changes of a structured document", () => {
  const side = (text: string): Parameters<typeof structuredChanges>[0] => ({
    document: parseDocument("package.json", text),
    text,
  });

  test("reformatting changes no value", () => {
    const before = '{ "name": "a", "version": "1.2.3", "list": [1, 2] }';
    const after = '{\n\t"list": [1, 2],\n\t"name": "a",\n\t"version": "1.2.4"\n}\n';
    const changes = structuredChanges(side(before), side(after));
    expect(changes.map(({ start, end, after: to }) => [before.slice(start, end), to])).toEqual([
      ["1.2.3", "1.2.4"],
    ]);
  });

  test("a removed key is a change to nothing, a new key has no place", () => {
    const before = '{ "a": "1.2.3" }';
    expect(structuredChanges(side(before), side('{ "b": "1.2.3" }'))).toEqual([
      { start: 8, end: 13, after: "" },
    ]);
  });

  test("an escape that writes the same value is no change", () => {
    expect(structuredChanges(side('{ "a": "x" }'), side('{ "a": "\\u0078" }'))).toEqual([]);
  });
});
