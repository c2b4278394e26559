import { describe, expect, it } from "vitest";
import { parseJson } from "../../../src/repository/documents/parse-json.ts";
import { spans, written } from "./written.ts";

describe("parseJson", () => {
  it("locates every value by its key path", () => {
    const text = '{ "version": "1.2.3", "files": ["a", {"b": -1.50e1}], "private": true, "x": null }';
    expect(written(text, parseJson(text))).toEqual([
      ["version", "1.2.3", "1.2.3"],
      ["files.0", "a", "a"],
      ["files.1.b", -15, "-1.50e1"],
      ["private", true, "true"],
      ["x", null, "null"],
    ]);
    expect(spans(text, parseJson(text))).toEqual(['"1.2.3"', '"a"', "-1.50e1", "true", "null"]);
  });

  it("reads the comments and trailing commas of tsconfig.json", () => {
    const text = '// a\n{\n  /* "no": "1.0.0" */\n  "yes": ["1.0.0",], // b\n}\n';
    expect(written(text, parseJson(text))).toEqual([["yes.0", "1.0.0", "1.0.0"]]);
  });

  it("keeps every value of a repeated key", () => {
    const text = '{"a": "1.0.0", "a": "2.0.0"}';
    expect(written(text, parseJson(text)).map(([, value]) => value)).toEqual(["1.0.0", "2.0.0"]);
  });

  it("gives the raw text of a string with escapes", () => {
    const text = '["\\u0031.2\\".3"]';
    expect(written(text, parseJson(text))).toEqual([["0", '1.2".3', '\\u0031.2\\".3']]);
  });

  it("keeps keys that are special in JavaScript, or empty", () => {
    const text = '{"__proto__": {"constructor": 1}, "": 2}';
    expect(written(text, parseJson(text))).toEqual([
      ["__proto__.constructor", 1, "1"],
      ["", 2, "2"],
    ]);
  });

  it("counts a byte order mark in offsets and never takes it for content", () => {
    const text = '\uFEFF{"a": "1.0.0"}';
    expect(written(text, parseJson(text))).toEqual([["a", "1.0.0", "1.0.0"]]);
    expect(spans(text, parseJson(text))).toEqual(['"1.0.0"']);
  });

  it.each([
    ["", "Does not parse as JSON at line 1, column 1: value expected."],
    ['{\n  "a": 1\n  "b": 2\n}', "Does not parse as JSON at line 3, column 3: comma expected."],
    ['{"a": 1} x', "Does not parse as JSON at line 1, column 10: invalid symbol."],
    ["{'a': 1}", "Does not parse as JSON at line 1, column 2: invalid symbol."],
    ['["a', "Does not parse as JSON at line 1, column 2: unexpected end of string."],
    ['{"a": {{version}}}', "Does not parse as JSON at line 1, column 8: property name expected."],
    ['\uFEFF{"a" 1}', "Does not parse as JSON at line 1, column 7: colon expected."],
    [
      '{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> theirs\n}',
      "Does not parse as JSON at line 2, column 1: it holds a merge conflict.",
    ],
    [
      "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 7\n",
      "Does not parse as JSON at line 1, column 1: it is a Git LFS pointer to another text.",
    ],
  ])("degrades %j", (text, note) => {
    expect(parseJson(text)).toEqual({ format: "text", scalars: [], note });
  });

  it("degrades what is nested too deeply, and nothing less", () => {
    const nested = (depth: number) => `${'{"a":['.repeat(depth / 2)}1${"]}".repeat(depth / 2)}`;
    expect(parseJson(nested(128)).scalars).toHaveLength(1);
    for (const depth of [130, 2_000_000]) {
      expect(parseJson(nested(depth))).toMatchObject({
        format: "text",
        note: expect.stringContaining("128 levels"),
      });
    }
  });

  it("degrades what would not fit into memory", () => {
    const deep = `${"[".repeat(100)}${"1,".repeat(100_000)}1${"]".repeat(100)}`;
    expect(parseJson(deep)).toMatchObject({
      format: "text",
      note: expect.stringContaining("too many values"),
    });
    const flat = `[${"1,".repeat(100_000)}1]`;
    expect(parseJson(flat).scalars).toHaveLength(100_001);
  });
});
