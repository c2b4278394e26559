import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Occurrence } from "../../src/inventory/occurrence.ts";
import { subjectName } from "../../src/inventory/occurrence.ts";
import { scanText } from "../../src/inventory/text-scanner.ts";
import { findVersions } from "../../src/inventory/versions/version.ts";
import { processorTime } from "../measure/processor-time.ts";

/** `kind subject text`, the short form in which these tests speak of an occurrence. */
function short({ kind, subject, text }: Occurrence): string {
  return [kind, subject === null ? "-" : subjectName(subject), text].join(" ");
}

function scan(text: string, path = "README.md"): string[] {
  return scanText(path, text, []).map(short);
}

describe("what stands right before a version binds it to a name", () => {
  test.each([
    ["npm install name@1.2.3", "snippet npm:name 1.2.3"],
    ["pnpm add @scope/name@^1.2.3", "snippet npm:@scope/name ^1.2.3"],
    ["npm:@scope/name@1.2.3", "snippet npm:@scope/name 1.2.3"],
    ["node_modules/.pnpm/@scope+name@1.2.3/x", "snippet npm:@scope/name 1.2.3"],
    ["node_modules/.pnpm/name@1.2.3_other@2.0.0/x", "snippet npm:name 1.2.3"],
    ["pkg:cargo/name@1.2.3", "snippet crate:name 1.2.3"],
    ["pkg:npm/%40scope/name@1.2.3", "snippet npm:@scope/name 1.2.3"],
    ["cargo add name@1.2.3", "snippet crate:name 1.2.3"],
    ["cargo install name --locked --version 1.2.3", "snippet crate:name 1.2.3"],
    ["go get host.org/team/module@v1.2.3", "snippet go:host.org/team/module v1.2.3"],
    ["\trequire host.org/team/module v1.2.3", "snippet go:host.org/team/module v1.2.3"],
    ["uses: owner/action@v1.2.3", "snippet action:owner/action v1.2.3"],
    ["docker run org/image:1.2.3-slim", "snippet image:org/image 1.2.3"],
    ["ghcr.io/org/image:v1.2.3", "snippet image:ghcr.io/org/image v1.2.3"],
    ["docker pull postgres:16.2.1", "snippet image:postgres 16.2.1"],
    ['implementation("group.of:artifact:1.2.3")', "snippet jvm:group.of:artifact 1.2.3"],
    ["pip install name==1.2.3rc1", "snippet python:name 1.2.3rc1"],
    ["pip install 'name[extra]>=1.2.3'", "snippet python:name >=1.2.3"],
    ["gem 'name', '~> 1.2.3'", "snippet name:name ~> 1.2.3"],
    ["tool --version 1.2.3", "snippet - 1.2.3"],
    ['  pkg = "1.2.3"', "snippet crate:pkg 1.2.3"],
    ['name = { version = "=1.2.3", features = [] }', "snippet crate:name =1.2.3"],
    ['  "pkg": "^1.2.3",', "snippet npm:pkg ^1.2.3"],
    ['{ "@scope/name": "1.2.3" }', "snippet npm:@scope/name 1.2.3"],
    ['"name": "example",\n  "version": "1.2.3"', "snippet npm:example 1.2.3"],
    ['name = "example"\nversion = "1.2.3"', "snippet crate:example 1.2.3"],
    ['.package(url: "https://host/o/name.git", from: "1.2.3")', "snippet swift:name 1.2.3"],
    ["<artifactId>a</artifactId>\n  <version>1.2.3</version>", "snippet jvm:a 1.2.3"],
    ["gem install name -v 1.2.3", "snippet gem:name 1.2.3"],
    ["dotnet add package Name.Core --version 1.2.3", "snippet nuget:Name.Core 1.2.3"],
    ["dotnet tool install -g name --version 1.2.3", "snippet nuget:name 1.2.3"],
    ["Install-Package Name -Version 1.2.3", "snippet nuget:Name 1.2.3"],
    ["choco install name --version=1.2.3", "snippet nuget:name 1.2.3"],
    ["helm install mine repo/name --version 1.2.3", "snippet helm:name 1.2.3"],
    ["composer require vendor/name:^1.2.3", "snippet composer:vendor/name ^1.2.3"],
    ["dart pub add name:^1.2.3", "snippet pub:name ^1.2.3"],
    ["conda install -c forge name=1.2.3", "snippet conda:name 1.2.3"],
    ["apt-get install -y name=1.2.3", "snippet package:name 1.2.3"],
    ['<PackageReference Include="Name" Version="1.2.3" />', "snippet nuget:Name 1.2.3"],
    ['id("org.name") version "1.2.3"', "snippet jvm:org.name 1.2.3"],
    ["- repo: https://github.com/o/r\n  rev: v1.2.3", "snippet name:github.com/o/r v1.2.3"],
    [
      'source = "o/name/aws"\n  version = "~> 1.2.3"',
      "snippet name:github.com/o/terraform-aws-name ~> 1.2.3",
    ],
    ['source = "o/name"\n  version = "1.2.3"', "snippet name:github.com/o/terraform-provider-name 1.2.3"],
    ['<string name="name_version">1.2.3</string>', "assignment constant:name_version 1.2.3"],
    ["<name.version>1.2.3</name.version>", "assignment constant:name_version 1.2.3"],
    ["https://cdnjs.cloudflare.com/ajax/libs/name/1.2.3/x.js", "url npm:name 1.2.3"],
    ["https://cdn.jsdelivr.net/gh/o/r@1.2.3/x.js", "url name:github.com/o/r 1.2.3"],
    ["https://raw.githubusercontent.com/o/r/v1.2.3/x.sh", "url name:github.com/o/r v1.2.3"],
    ["https://github.com/o/r/archive/refs/tags/v1.2.3.tar.gz", "url name:github.com/o/r v1.2.3"],
    ["https://repo1.maven.org/maven2/org/name/core/1.2.3/x.jar", "url jvm:core 1.2.3"],
    ["https://www.nuget.org/packages/Name/1.2.3", "url nuget:Name 1.2.3"],
    ["https://hexdocs.pm/name/1.2.3/x.html", "url hex:name 1.2.3"],
    ["NAME_VERSION=1.2.3", "assignment constant:NAME_VERSION 1.2.3"],
    ["ENV NAME_VERSION 1.2.3", "assignment constant:NAME_VERSION 1.2.3"],
    ["NAME_VERSION: v1.2.3", "assignment constant:NAME_VERSION v1.2.3"],
    ['$env:NAME_VERSION = "1.2.3"', "assignment constant:NAME_VERSION 1.2.3"],
    [`x=\${NAME_VERSION:-1.2.3}`, "assignment constant:NAME_VERSION 1.2.3"],
    ["https://github.com/o/r/releases/download/v1.2.3/x", "url name:github.com/o/r v1.2.3"],
    ["https://unpkg.com/@scope/name@1.2.3/x.js", "url npm:@scope/name 1.2.3"],
    ["https://cdn.jsdelivr.net/npm/name@1.2.3", "url npm:name 1.2.3"],
    ["https://docs.rs/name/1.2.3/name", "url crate:name 1.2.3"],
    ["https://img.shields.io/badge/npm-v1.2.3-blue.svg", "url name:img.shields.io/badge/npm v1.2.3"],
    ["releases.example.dev/tool/1.2.3/install.sh", "url name:releases.example.dev/tool 1.2.3"],
  ])("%s", (text, expected) => expect(scan(text)).toContain(expected));
});

describe("a version that nothing names stays a bare number", () => {
  test.each([
    "OpenAPI-Generator/1.2.3/rust",
    "Since 1.2.3 this is faster.",
    "`v1.2.3`",
    '"version": "1.2.3"',
    "version: 1.2.3",
    '"node": ">=1.2.3"',
    "the API version:1.2.3",
    "1.2.3",
  ])("%s", (text) => expect(scan(text).map((line) => line.split(" ")[1])).toEqual(["-"]));

  test("in source code a quoted pair needs a scope or a range", () => {
    expect(scan('{ "min": "1.2.3" }', "a.ts")).toEqual(["text - 1.2.3"]);
    expect(scan('{ "pkg": "^1.2.3" }', "a.ts")).toEqual(["snippet npm:pkg ^1.2.3"]);
    expect(scan('pkg = "1.2.3"', "a.py")).toEqual(["text - 1.2.3"]);
    expect(scan('//! pkg = "1.2.3"', "a.rs")).toEqual(["snippet crate:pkg 1.2.3"]);
  });
});

test.each([
  "from 1.4.0, 1.4.1, 1.4.2, 1.4.3",
  "npm 1.4.0 1.4.1 1.4.2 1.4.3",
  "Model M 1.4.0, 1.4.1, 1.4.2, 1.4.3",
])("a list of versions is no drawing: %s", (text) => {
  expect(scan(text)).toEqual(["text - 1.4.0", "text - 1.4.1", "text - 1.4.2", "text - 1.4.3"]);
});

test("numbers of a drawing are no versions, and what follows the drawing is", () => {
  const drawing = '<path d="M139.56,373.03c0,1.94.26,2.18,2.29,2.18l1.02.34-1.5.5Z"/> <!-- 1.2.3 -->';
  expect(scan(drawing, "a.svg")).toEqual(["text - 1.2.3"]);
  expect(scan("releases 1.2.3,1.2.4", "a.txt")).toEqual(["text - 1.2.3", "text - 1.2.4"]);
});

test("leaves out what somebody has taken", () => {
  const text = "1.2.3 2.3.4 3.4.5";
  const left = scanText("a.txt", text, [
    { start: 0, end: 5 },
    { start: 10, end: 13 },
  ]);
  expect(left).toEqual([]);
  expect(scanText("a.txt", text, [{ start: 5, end: 6 }])).toHaveLength(3);
});

test("finds every version of any text, each at its place", () => {
  const version = fc.constantFrom("1.2.3", "2.3.0-rc.4", "10.0.1");
  const around = fc.constantFrom(
    ..." @ : = / \" ' ` , ( > ~ ^ v - _ \n {".split(" "),
    "name@",
    '"name": "',
    "https://h.dev/",
    "X_VERSION=",
    'a = { version = "',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), around, version, around)), (pieces) => {
      const text = pieces.flat().join("");
      const found = scanText("README.md", text, []);
      expect(found.map(({ span }) => span)).toEqual(findVersions(text));
      for (const { span, version: bare, text: written } of found) {
        expect(text.slice(span.start, span.end)).toBe(bare);
        expect(text.slice(0, span.end).endsWith(written)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["pairs", '"pkg":"^1.2.3",'],
  ["words", `${"a-b.c/".repeat(40)}1.2.3 `],
  ["blanks", `${" ".repeat(250)}1.2.3`],
  ["equal signs", `${"a = ".repeat(60)}1.2.3`],
  ["scopes", `${"@a/".repeat(90)}@1.2.3`],
  ["hosts", `${"a.com/".repeat(45)}1.2.3`],
  ["quotes", `${"'a':".repeat(60)}'1.2.3`],
  ["half a drawing", "M1.2.3 c "],
])("takes linear time: a line of 2 MB of %s", (_, piece) => {
  const text = piece.repeat(Math.ceil(2_000_000 / piece.length));
  const milliseconds = processorTime(() => {
    scanText("a.md", text, []);
  });
  expect(milliseconds).toBeLessThan(5000);
});
