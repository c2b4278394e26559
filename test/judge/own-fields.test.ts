import { expect, test } from "vitest";
import { verdicts } from "./judged.ts";

/** What became of every place of these files, without the reasons. */
function told(files: Readonly<Record<string, string>>, parts: Parameters<typeof verdicts>[1] = {}): string[] {
  return verdicts(files, parts).map((line) => line.slice(0, line.indexOf(": ")));
}

test("a field that bears the product's name is behind at a former release, and one of another name is not", () => {
  const manifest = (name: string, version: string) =>
    `{ "manifest_version": 3, "name": "${name}", "version": "${version}" }\n`;
  const files = {
    "a/manifest.json": manifest("Lumen", "2.4.0"),
    "b/manifest.json": manifest("Lumen for browsers", "2.3.0"),
    "c/manifest.json": manifest("Loupe", "2.3.0"),
    "d/manifest.json": manifest("Lumen", "0.1.0"),
    "e/manifest.json": manifest("Lumen", "1.1.1"),
  };
  expect(told(files)).toEqual([
    "a/manifest.json:1 2.4.0 stale",
    "b/manifest.json:1 2.3.0 likely behind",
    "c/manifest.json:1 2.3.0 independent",
    "d/manifest.json:1 0.1.0 independent",
    "e/manifest.json:1 1.1.1 independent",
  ]);
});

test("the format of a file is no version of ours, though it holds current", () => {
  const files = { "CITATION.cff": "cff-version: 2.4.0\ntitle: Lumen\nversion: 2.3.0\n" };
  expect(told(files)).toEqual(["CITATION.cff:1 2.4.0 external", "CITATION.cff:3 2.3.0 likely behind"]);
});

test("what has no name of its own moves with the manifest beside it", () => {
  const props = "<Project><PropertyGroup><Version>2.3.0</Version></PropertyGroup></Project>\n";
  const project =
    "<Project><PropertyGroup><PackageId>Lumen.Core</PackageId><Version>2.3.0</Version></PropertyGroup></Project>\n";
  const files = {
    "net/Directory.Build.props": props,
    "net/Lumen.csproj": project,
    "other/Directory.Build.props": props,
  };
  expect(told(files)).toEqual([
    "net/Directory.Build.props:1 2.3.0 likely behind",
    "net/Lumen.csproj:1 2.3.0 likely behind",
    "other/Directory.Build.props:1 2.3.0 independent",
  ]);
});

test("manifests of other ecosystems define names, and what asks for them is ours", () => {
  const pom = (...inner: string[]) => `<project>${inner.join("")}</project>\n`;
  const files = {
    "jvm/pom.xml": pom("<artifactId>lumen-parent</artifactId>", "<version>2.4.0</version>"),
    "jvm/core/pom.xml": pom(
      "<parent><artifactId>lumen-parent</artifactId><version>2.4.0</version></parent>",
      "<artifactId>lumen-core</artifactId>",
    ),
    "jvm/app/pom.xml": pom(
      "<artifactId>demo</artifactId><version>0.3.0</version><dependencies>",
      "<dependency><artifactId>lumen-core</artifactId><version>2.3.0</version></dependency>",
      "<dependency><artifactId>loupe</artifactId><version>2.4.0</version></dependency></dependencies>",
    ),
    "install.md": "implementation 'dev.lumen:lumen-core:2.4.0'\n",
  };
  expect(told(files)).toEqual([
    "install.md:1 2.4.0 likely stale",
    "jvm/app/pom.xml:1 0.3.0 independent",
    "jvm/app/pom.xml:1 2.3.0 behind",
    "jvm/app/pom.xml:1 2.4.0 external",
    "jvm/core/pom.xml:1 2.4.0 stale",
    "jvm/pom.xml:1 2.4.0 stale",
  ]);
});

test("a version in components is covered when the release leaves the target in them", () => {
  const header = (patch: number) =>
    `#define LUMEN_VERSION_MAJOR 2\n#define LUMEN_VERSION_MINOR 4\n#define LUMEN_VERSION_PATCH ${patch}\n`;
  const own = (lines: readonly string[]) => lines.filter((line) => line.startsWith("include/lumen.h:3"));
  expect(own(told({ "include/lumen.h": header(0) }))).toEqual(["include/lumen.h:3 2.4.0 stale"]);
  expect(own(told({ "include/lumen.h": header(7) }))).toEqual(["include/lumen.h:3 2.4.7 independent"]);
});

test.each([
  ["docs/a.md", "**Version:** 2.4.0", "likely stale"],
  ["docs/a.md", "| **Version** | `2.4.0` |", "likely stale"],
  ["docs/a.md", "The check must report exactly `2.4.0`.", "likely stale"],
  ["docs/a.md", "An engine (currently 2.4.0).", "likely stale"],
  ["docs/a.md", "Loupe version 2.4.0", "external"],
  ["docs/a.md", "**Version:** 2.3.0", "external"],
  ["tools/a.sh", "# Version 2.4.0", "likely stale"],
  ["tools/a.sh", 'RELEASE="2.4.0"', "likely stale"],
  ["tools/a.ps1", "$Release = '2.4.0'", "likely stale"],
  ["matrix.json", '{ "expected_version": "2.4.0" }', "likely stale"],
  ["src/agent.ts", 'export const agent = "lumen-js/2.4.0";', "likely stale"],
  ["src/agent.ts", 'export const agent = "loupe-js/2.4.0";', "external"],
])("%s: %s is %s", (path, text, verdict) => {
  expect(told({ [path]: `${text}\n` })).toEqual([`${path}:1 ${/\d\.\d\.\d/.exec(text)?.[0]} ${verdict}`]);
});

test("a badge on a translated page of the repository shows the repository's version", () => {
  const badge = "![](https://img.shields.io/badge/version-2.4.0-blue)\n";
  const files = {
    "README.md": "# Lumen\n",
    "docs/i18n/de/README.md": badge,
    "vendor/loupe-tool/README.md": badge,
  };
  expect(told(files)).toEqual([
    "docs/i18n/de/README.md:1 2.4.0 likely stale",
    "vendor/loupe-tool/README.md:1 2.4.0 external",
  ]);
});
