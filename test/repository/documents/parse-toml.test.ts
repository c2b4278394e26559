import { describe, expect, it } from "vitest";
import { parseToml } from "../../../src/repository/documents/parse-toml.ts";
import { spans, written } from "./written.ts";

describe("parseToml", () => {
  it("locates every value by its key path, in the order of the text", () => {
    const text = [
      "[workspace.package]",
      'version = "2.3.7" # the version',
      "[[bin]]",
      "name = 'a'",
      "[[bin]]",
      "name = 'b'",
      "[workspace.dependencies]",
      'serde = { version = "1.0", features = ["derive"], optional = true }',
      'a.b."c.d".version = "=0.1.0"',
    ].join("\n");
    expect(written(text, parseToml(text))).toEqual([
      ["workspace.package.version", "2.3.7", "2.3.7"],
      ["bin.0.name", "a", "a"],
      ["bin.1.name", "b", "b"],
      ["workspace.dependencies.serde.version", "1.0", "1.0"],
      ["workspace.dependencies.serde.features.0", "derive", "derive"],
      ["workspace.dependencies.serde.optional", true, "true"],
      ["workspace.dependencies.a.b.c.d.version", "=0.1.0", "=0.1.0"],
    ]);
  });

  it.each([
    ['""', "", '""', ""],
    ["''", "", "''", ""],
    ['"""\nx\\\n  y"""', "xy", '"""\nx\\\n  y"""', "\nx\\\n  y"],
    ['"""x"""""', 'x""', '"""x"""""', 'x""'],
    ["'''x'y'''", "x'y", "'''x'y'''", "x'y"],
    ['"\\u0031\\t"', "1\t", '"\\u0031\\t"', "\\u0031\\t"],
    ["0x1F", 31, "0x1F", "0x1F"],
    ["+1_000", 1000, "+1_000", "+1_000"],
    ["99999999999999999999", 1e20, "99999999999999999999", "99999999999999999999"],
    ["-0.5e-1", -0.05, "-0.5e-1", "-0.5e-1"],
    ["-inf", Number.NEGATIVE_INFINITY, "-inf", "-inf"],
    ["1979-05-27", "1979-05-27", "1979-05-27", "1979-05-27"],
    ["1979-05-27 07:32:00Z", "1979-05-27 07:32:00Z", "1979-05-27 07:32:00Z", "1979-05-27 07:32:00Z"],
    ["07:32:00", "07:32:00", "07:32:00", "07:32:00"],
    ["07:32:00.25", "07:32:00.25", "07:32:00.25", "07:32:00.25"],
  ])("reads %j", (value, parsed, span, content) => {
    // The value at the end of a line, before a comment, in a list and in a table, and at the end of the text.
    const text = `a = ${value}\nb = ${value} # c\nc = [${value}, ${value} ]\nd = {e=${value}}\r\nf = ${value}`;
    const document = parseToml(text);
    expect(document.note).toBeNull();
    expect(spans(text, document)).toEqual(Array(6).fill(span));
    const paths = ["a", "b", "c.0", "c.1", "d.e", "f"];
    expect(written(text, document)).toEqual(paths.map((path) => [path, parsed, content]));
  });

  it("keeps keys that are special in JavaScript apart from the language", () => {
    const text =
      "[constructor]\nmarked = 1\n[hasOwnProperty]\ncall = 2\n[__proto__]\nx = 3\n[a.toString]\ny = 4\n[b]\nvalueOf.z = 5\n";
    expect(written(text, parseToml(text)).map(([path]) => path)).toEqual([
      "constructor.marked",
      "hasOwnProperty.call",
      "__proto__.x",
      "a.toString.y",
      "b.valueOf.z",
    ]);
    expect(Object).not.toHaveProperty("marked");
    expect(Object.hasOwn(Object.prototype.hasOwnProperty, "call")).toBe(false);
    expect({}).not.toHaveProperty("x");
  });

  it("counts a byte order mark in offsets and never takes it for content", () => {
    const text = '\uFEFFversion = "1.0.0"';
    expect(written(text, parseToml(text))).toEqual([["version", "1.0.0", "1.0.0"]]);
  });

  it("is an empty document when the text is empty", () => {
    expect(parseToml("")).toEqual({ format: "toml", scalars: [], note: null });
  });

  it.each([
    ["a = 1\na = 2\n", "Does not parse as TOML at line 2, column 6: can't redefine existing key."],
    ["a = 1\nb = {c = 2,}\n", /^Does not parse as TOML at line 2, column 12: trailing commas/],
    ["a = 1.2.3\n", /^Does not parse as TOML at line 1, column 8: /],
    ["a = 2021-99-99\n", "Does not parse as TOML at line 1, column 15: invalid Datetime."],
    ["a = 99:99:99\n", "Does not parse as TOML at line 1, column 13: invalid Datetime."],
    ['a = "\n', /unterminated string/],
    ["<<<<<<< ours\na = 1\n=======\na = 2\n>>>>>>> theirs\n", /line 1, column 1: it holds a merge conflict/],
    ["{{ template }}", /line 1, column 1: unknown character/],
  ])("degrades %j", (text, note) => {
    const document = parseToml(text);
    expect(document).toMatchObject({ format: "text", scalars: [] });
    expect(document.note).toMatch(note);
  });

  it("degrades what is nested too deeply, and nothing less", () => {
    const nested = (depth: number) => `a = ${"[".repeat(depth)}1${"]".repeat(depth)}`;
    expect(parseToml(nested(127)).scalars).toHaveLength(1);
    const deep = [
      nested(129),
      nested(1_000_000),
      `a = ${"{a = ".repeat(500_000)}`,
      `a${".a".repeat(100_000)} = 1`,
      `[a${".a".repeat(100_000)}]\nb = 1`,
    ];
    for (const text of deep) {
      expect(parseToml(text)).toMatchObject({ format: "text", note: expect.stringContaining("128 levels") });
    }
  });

  it("degrades what would take too long", () => {
    const text = `a = "${"x".repeat(4_000_000)}"`;
    expect(parseToml(text)).toMatchObject({ format: "text", note: expect.stringContaining("longer than") });
  });
});
