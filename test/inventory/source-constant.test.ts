import { describe, expect, test } from "vitest";
import { sourceConstant } from "../../src/inventory/ecosystems/source-constant.ts";
import { processorTime } from "../measure/processor-time.ts";
import { nothingKnown } from "./nothing-known.ts";

/** `name=version` of every constant, with the text as it is written where that differs. */
function constants(path: string, text: string): string[] {
  const file = {
    path,
    text,
    document() {
      throw new Error("a constant needs no document");
    },
  };
  return sourceConstant.occurrences(file, nothingKnown).map((found) => {
    expect(text.slice(found.span.start, found.span.end)).toBe(found.version);
    expect(found.kind).toBe("constant");
    const written = found.text === found.version ? "" : ` (${found.text})`;
    return `${found.subject?.name}=${found.version}${written}`;
  });
}

describe("integers", () => {
  test.each([
    ["a.rs", "pub const PROTOCOL_MK2_VERSION: u16 = 7;", "PROTOCOL_MK2_VERSION=7"],
    ["a.rs", "static CURRENT_VERSION: u16 = 4u16;", "CURRENT_VERSION=4 (4u16)"],
    ["a.rs", "const SCHEMA_VERSION: u8 = 0x01;", "SCHEMA_VERSION=0x01"],
    ["a.ts", "export const PROTOCOL_VERSION = 7", "PROTOCOL_VERSION=7"],
    ["a.ts", "export const PROTOCOL_VERSION: number = 7n;", "PROTOCOL_VERSION=7 (7n)"],
    ["a.ts", "const schemaVersion = 1_000 as const;", "schemaVersion=1_000"],
    ["a.ts", "class A { static readonly version = 3; }", "version=3"],
    ["a.py", "PROTOCOL_VERSION: Final[int] = 7", "PROTOCOL_VERSION=7"],
    ["a.go", "const ProtocolVersion uint16 = 7", "ProtocolVersion=7"],
    ["a.swift", "static let protocolVersion: Int = 7", "protocolVersion=7"],
    ["a.swift", "let protocolVersion = 7", "protocolVersion=7"],
    ["a.kt", "const val PROTOCOL_VERSION: Int = 7", "PROTOCOL_VERSION=7"],
    ["A.java", "public static final int PROTOCOL_VERSION = 7;", "PROTOCOL_VERSION=7"],
    ["a.h", "#define PROTOCOL_VERSION 7", "PROTOCOL_VERSION=7"],
    ["a.hpp", "constexpr int kProtocolVersion = 7;", "kProtocolVersion=7"],
  ])("%s: %s", (path, text, expected) => expect(constants(path, text)).toEqual([expected]));

  test.each([
    ["a.ts", "if (version === 7) {}"],
    ["a.ts", "const f = (version) => 7"],
    ["a.ts", "header.version = 7;"],
    ["a.ts", "const x = { version: 7 };"],
    ["a.ts", "let version = 0;"],
    ["a.rs", "let mut highest_version = 0;"],
    ["a.rs", "const VERSIONSTAMP_SIZE: usize = 10;"],
    ["a.rs", "const MAX_VERSIONS: usize = 10;"],
    ["a.rs", "// const PROTOCOL_VERSION: u16 = 6;"],
    ["a.ts", "const VERSION = 7.5;"],
  ])("none in %s: %s", (path, text) => expect(constants(path, text)).toEqual([]));
});

describe("strings", () => {
  test.each([
    ["a.ts", 'const PACKAGE_VERSION = "1.2.3";', "PACKAGE_VERSION=1.2.3"],
    ["a.ts", "const x = { version: 'v1.2.3-rc.1' };", "version=1.2.3-rc.1 (v1.2.3-rc.1)"],
    ["a.js", 'r.version="1.2.3";', "version=1.2.3"],
    ["a.js", 'const v = {"version":"1.2.3"}', "version=1.2.3"],
    ["a.ts", 'const VERSION = process.env.VERSION ?? "1.2.3";', "VERSION=1.2.3"],
    ["a.rs", 'pub const VERSION: &str = "1.2.3";', "VERSION=1.2.3"],
    ["a.rs", 'version: String::from("1.2.3"),', "version=1.2.3"],
    ["a.py", '__version__ = "1.2.3"', "__version__=1.2.3"],
    ["a.go", 'var Version = "1.2.3"', "Version=1.2.3"],
    ["a.h", '#define APP_VERSION "1.2.3"', "APP_VERSION=1.2.3"],
    ["a.ts", 'const MIN_VERSION =\n  "^1.2.3";', "MIN_VERSION=1.2.3 (^1.2.3)"],
  ])("%s: %s", (path, text, expected) => expect(constants(path, text)).toEqual([expected]));

  test.each([
    'const VERSION = "1.2";',
    'const VERSION = "1.2.3 and 1.2.4";',
    'const VERSION = "see 1.2.3";',
    'isVersion("1.2.3")',
    'if (VERSION == "1.2.3") {}',
    'const name = "1.2.3";',
  ])("none in %s", (text) => expect(constants("a.ts", text)).toEqual([]));
});

test("finds every constant of a file in order", () => {
  const text =
    'const A_VERSION = 1;\nconst B_VERSION = "1.2.3";\nfunction version() {}\nconst C_VERSION = 3;\n';
  expect(constants("a.ts", text)).toEqual(["A_VERSION=1", "B_VERSION=1.2.3", "C_VERSION=3"]);
});

test("reads source files and nothing else", () => {
  const paths = [
    "a.rs",
    "a.tsx",
    "a.mjs",
    "a.py",
    "a.go",
    "a.swift",
    "a.kts",
    "a.h",
    "a.md",
    "a.json",
    "a.toml",
  ];
  expect(paths.filter((path) => sourceConstant.matches(path))).toEqual(paths.slice(0, 8));
});

test.each([
  ["words", "version ".repeat(300_000)],
  ["one word", "version".repeat(300_000)],
  ["annotations", "const VERSION: a<".repeat(100_000)],
  ["brackets", "VERSION: [[[[".repeat(100_000)],
])("takes linear time: %s", (_, text) => {
  const milliseconds = processorTime(() => {
    constants("a.ts", text);
  });
  expect(milliseconds).toBeLessThan(4000);
});
