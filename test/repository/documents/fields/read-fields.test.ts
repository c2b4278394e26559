import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  components,
  element,
  type Field,
  key,
  ownKey,
  type Place,
  pattern,
  plist,
  setting,
  stem,
} from "../../../../src/repository/documents/fields/field.ts";
import { nameOf, readFields } from "../../../../src/repository/documents/fields/read-fields.ts";
import { parseDocument } from "../../../../src/repository/documents/parse-document.ts";

function source(path: string, text: string) {
  return { path, text, document: () => parseDocument(path, text) };
}

function values(path: string, text: string, place: Place): string[] {
  return readFields(source(path, text), place).map(({ value, span }) => {
    expect(text.slice(span.start, span.end)).toBe(value);
    return value;
  });
}

describe("the elements of XML", () => {
  const text = `<?xml version="1.0"?>
<!-- <project><version>0</version></project> -->
<project xmlns="http://acme.dev/a>b">
  <parent><artifactId>up</artifactId><version> 1.0 </version></parent>
  <artifactId>kit</artifactId>
  <version>2.0</version>
  <empty/>
  <x:deps><dep name="a" version='3.0'/><dep name="b"><version>4.0</version></dep></x:deps>
</project>`;

  test.each([
    ["project/version", ["2.0"]],
    ["project/parent/version", ["1.0"]],
    ["//version", ["1.0", "2.0", "4.0"]],
    ["//dep@version", ["3.0"]],
    ["project/deps/dep@name", ["a", "b"]],
    ["project/empty", []],
    ["project/deps", []],
  ])("at %s", (path, expected) => expect(values("pom.xml", text, element(path))).toEqual(expected));

  test("are read as far as they close, of any text", () => {
    expect(values("pom.xml", "<a><b>1</b", element("a/b"))).toEqual(["1"]);
    expect(values("pom.xml", "<a><b>1", element("a/b"))).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."<>/=\"' ab1!-?") }), (any) => {
        values("pom.xml", any, element("//a"));
      }),
    );
  });
});

test("the strings of a property list", () => {
  const text =
    "<key>A</key>\n<string>1</string><key>B</key><integer>2</integer><key>C</key><string>3</string>";
  expect(["A", "B", "C"].map((name) => values("Info.plist", text, plist(name)))).toEqual([["1"], [], ["3"]]);
});

test.each([
  ["version=1.0", "1.0"],
  ["version : 1.0", "1.0"],
  ["  version := 1.0 # why", "1.0"],
  ['"version" = "1.0";', "1.0"],
  ["version='1.0' # why", "1.0"],
  ["# version=1.0", undefined],
  ["my.version=1.0", undefined],
  ["version=", undefined],
])("a setting: %s", (line, value) =>
  expect(values("a.properties", `first=1\n${line}\n`, setting("version"))).toEqual(
    value === undefined ? [] : [value],
  ));

test("key paths with any key, and the name that shares most of the way", () => {
  const text =
    '{ "name": "all", "plugins": [{ "name": "a", "version": "1" }, { "version": "2", "name": "b" }] }';
  const file = source("x.json", text);
  const fields = readFields(file, key("plugins.*.version"));
  const names = (places: readonly Place[]) => fields.map((field) => nameOf(file, field, places));
  expect(fields.map(({ value }) => value)).toEqual(["1", "2"]);
  expect(names([key("plugins.*.name")])).toEqual(["a", "b"]);
  expect(names([key("none"), key("name")])).toEqual(["all", "all"]);
  expect(names([ownKey])).toEqual(["version", "version"]);
  expect(names([stem])).toEqual(["x", "x"]);
  expect(names([])).toEqual([null, null]);
});

test("in plain text the last name before a version is its name, else the first after it", () => {
  const text = "name=a\nversion=1\nname=b\nversion=2\n";
  const file = source("a.properties", text);
  const named = readFields(file, setting("version")).map((field) => nameOf(file, field, [setting("name")]));
  expect(named).toEqual(["a", "b"]);
  const late = source("b.properties", "version=1\nname=b\nname=c\n");
  const [field] = readFields(late, setting("version"));
  expect(nameOf(late, field as Field, [setting("name")])).toBe("b");
});

test("the first group that matches", () => {
  expect(values("a", "x=1 y=2", pattern(/x=(\d)|y=(\d)/dg))).toEqual(["1", "2"]);
});

describe("components", () => {
  const read = (text: string, syntax: "define" | "cmake" | "assignment") =>
    readFields(source("a", text), components(syntax)).map(({ value, scope }) => [value, ...scope].join(" "));

  test("of C, of CMake and of assignments", () => {
    expect(
      read("#define A_VERSION_MAJOR 1\n#define A_VERSION_MINOR (2)\n#define A_VERSION_PATCH 3\n", "define"),
    ).toEqual(["1.2.3 a"]);
    expect(read("set(VERSION_MAJOR 1)\nset(VERSION_MINOR 2 CACHE STRING x)\n", "cmake")).toEqual(["1.2"]);
    expect(
      read("versionMajor = 1\nversionMinor = 2\nversionPatch = 3\nversionBuild = 4\n", "assignment"),
    ).toEqual(["1.2.3.4"]);
    expect(read("MAJOR = 1\nMINOR = 2\n", "assignment")).toEqual(["1.2"]);
  });

  test("of several groups, and not of interfaces and lone numbers", () => {
    const text = ["A_VERSION", "B_VERSION", "A_ABI_VERSION", "C_SIZE"].flatMap((name) => [
      `#define ${name}_MAJOR 1`,
      `#define ${name}_MINOR 2`,
    ]);
    expect(read(`${text.join("\n")}\n#define D_VERSION_MAJOR 3\n`, "define")).toEqual(["1.2 a", "1.2 b"]);
  });
});
