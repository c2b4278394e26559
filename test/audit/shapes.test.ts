import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { explain } from "../../src/explain.ts";
import { manifest, releasedRepository, told, writesManifest } from "./told.ts";

const script = { "scripts/release.mjs": writesManifest };

/** Manifests of one product that nothing writes, with the line on which each holds the version. */
const unwritten = (version: string): Readonly<Record<string, string>> => ({
  "extension/manifest.json": manifest({ manifest_version: 3, version }),
  "desktop/tauri.conf.json": manifest({ name: undefined, productName: "Fennel", version }),
  "desktop/Cargo.toml": `[package]\nname = "fennel"\nversion = "${version}"\npublish = false\n`,
  "CITATION.cff": `cff-version: 1.2.0\ntitle: Fennel\nversion: ${version}\n`,
});
const places = [
  "CITATION.cff:3",
  "desktop/Cargo.toml:3",
  "desktop/tauri.conf.json:3",
  "extension/manifest.json:4",
];

test("manifests that nothing writes are missed, and are not forgotten one release later", async () => {
  const first = { tag: "v1.0.0", files: { ...script, "package.json": manifest({ version: "1.0.0" }) } };
  const second = {
    tag: "v1.1.0",
    files: { "package.json": manifest({ version: "1.1.0" }), ...unwritten("1.1.0") },
  };
  const third = { tag: "v1.2.0", files: { "package.json": manifest({ version: "1.2.0" }) } };
  const then = await told(releasedRepository(first, second));
  expect(then.findings.map((line) => line.replace(/^\w+ /, "")).sort()).toEqual(
    places.map((place) => `stale-after-bump ${place}`),
  );
  const now = await told(releasedRepository(first, second, third));
  expect(now.findings).toEqual(places.map((place) => `warning already-stale ${place}`));
});

test("what tells of the past is no finding", async () => {
  const past = (version: string) => ({
    tag: `v${version}`,
    files: { "package.json": manifest({ version }) },
  });
  const prose = {
    "docs/cleanup.md": "The old package went up to `1.42.x`, and `fennel` started at `1.1.0`.\n",
    "docs/client.md": "Fennel 1.0.0 introduced a way to begin.\n",
    "docs/install.md": "Install it with `npm install fennel@1.2.0`.\n",
    "docs/todo.md": "- ~~Publish it~~ `fennel@1.0.0` is on npm\n- see ~~`fennel@1.1.0`~~ below\n",
    "docs/investigations/stall.md": "# A stall\n\n## 2026-02-03: fennel 1.1.0\n",
    ".tracker/issues.jsonl": '{"id":"f-1","title":"fennel 1.1.0 stalls"}\n',
    "scripts/check.mjs": "// takes the number out of a tag (fennel-1.0.0 gives 1.0.0)\nexport {};\n",
  };
  const files = { ...script, ...prose, "package.json": manifest({ version: "1.2.0" }) };
  const found = await told(releasedRepository(past("1.0.0"), past("1.1.0"), { tag: "v1.2.0", files }));
  // The one that is missed shows that the others were looked at.
  expect(found.findings).toEqual([expect.stringMatching(/ stale-after-bump docs\/install.md:1$/)]);
});

test("manifests of other ecosystems are fields of the product in every form", async () => {
  const files = {
    ...script,
    "package.json": manifest({ version: "2.4.1" }),
    "ios/Fennel.podspec": "Pod::Spec.new do |s|\n  s.name = 'Fennel'\n  s.version = '2.4.1'\nend\n",
    "ruby/fennel.gemspec": 'Gem::Specification.new do |s|\n  s.name = "fennel"\n  s.version = "2.4.1"\nend\n',
    "dotnet/Fennel.csproj":
      "<Project>\n<PropertyGroup>\n<PackageId>Fennel</PackageId>\n<Version>2.4.1</Version>\n<FileVersion>2.4.1.0</FileVersion>\n</PropertyGroup>\n</Project>\n",
    "android/app/build.gradle": 'android {\n  defaultConfig {\n    versionName "2.4.1"\n  }\n}\n',
    "ios/App.xcodeproj/project.pbxproj": "{\n  buildSettings = {\n    MARKETING_VERSION = 2.4.1;\n  };\n}\n",
    "flutter/pubspec.yaml": "name: fennel\nversion: 2.4.1+7\n",
    "elixir/mix.exs": 'defmodule Fennel.MixProject do\n  use Mix.Project\n  @version "2.4.1"\nend\n',
    "nix/package.nix": '{ lib }:\nbuild rec {\n  pname = "fennel";\n  version = "2.4.1";\n}\n',
    "homebrew/fennel.rb": 'class Fennel < Formula\n  version "2.4.1"\nend\n',
    "rpm/fennel.spec": "Name: fennel\nVersion: 2.4.1\n",
    "arch/PKGBUILD": "pkgname=fennel\npkgver=2.4.1\n",
    "r/DESCRIPTION": "Package: fennel\nVersion: 2.4.1\n",
    "wp/fennel.php": "<?php\n/**\n * Plugin Name: Fennel\n * Version: 2.4.1\n */\n",
    "wp/readme.txt": "=== Fennel ===\nStable tag: 2.4.1\n",
    "winget/Fennel.yaml": "PackageIdentifier: Fennel.Fennel\nPackageVersion: 2.4.1\n",
    "docs/conf.py": 'project = "Fennel"\nrelease = "2.4.1"\n',
    Doxyfile: "PROJECT_NAME = Fennel\nPROJECT_NUMBER = 2.4.1\n",
    "src/agent.ts": 'export const userAgent = "fennel-js/2.4.1";\n',
    "include/version.h":
      "#define FENNEL_VERSION_MAJOR 2\n#define FENNEL_VERSION_MINOR 4\n#define FENNEL_VERSION_PATCH 1\n",
    "cmake/CMakeLists.txt":
      "set(FENNEL_VERSION_MAJOR 2)\nset(FENNEL_VERSION_MINOR 4)\nset(FENNEL_VERSION_PATCH 1)\n",
  };
  const { findings } = await told(releasedRepository({ tag: "v2.4.1", files }));
  expect(findings.map((line) => line.replace(/^(?:error|warning) stale-after-bump /, "")).sort()).toEqual([
    "Doxyfile:2",
    "android/app/build.gradle:3",
    "arch/PKGBUILD:2",
    "cmake/CMakeLists.txt:3",
    "docs/conf.py:2",
    "dotnet/Fennel.csproj:4",
    "dotnet/Fennel.csproj:5",
    "elixir/mix.exs:3",
    "flutter/pubspec.yaml:2",
    "homebrew/fennel.rb:2",
    "include/version.h:3",
    "ios/App.xcodeproj/project.pbxproj:3",
    "ios/Fennel.podspec:3",
    "nix/package.nix:4",
    "r/DESCRIPTION:2",
    "rpm/fennel.spec:2",
    "ruby/fennel.gemspec:3",
    "src/agent.ts:1",
    "winget/Fennel.yaml:2",
    "wp/fennel.php:4",
    "wp/readme.txt:2",
  ]);
});

test("a train of two numbers is current by its tags, and its components are one place", async () => {
  const lists = (major: number, minor: number): string =>
    `project(fennel)\nset(FENNEL_VERSION_MAJOR ${major})\nset(FENNEL_VERSION_MINOR ${minor})\nset(VERSION "${major}.${minor}")\n`;
  const writesText = `import { readFileSync, writeFileSync } from "node:fs";
const text = readFileSync("CMakeLists.txt", "utf8");
writeFileSync("CMakeLists.txt", text.replace(/set\\(VERSION "[^"]+"\\)/, \`set(VERSION "\${process.argv[2]}")\`));
`;
  const root = releasedRepository(
    { tag: "4.0", files: { "CMakeLists.txt": lists(4, 0), "scripts/release.mjs": writesText } },
    { tag: "4.5", files: { "CMakeLists.txt": lists(4, 5) } },
  );
  expect(await told(root)).toEqual({
    release: "4.5 to 4.6 by scripts/release.mjs",
    findings: ["error stale-after-bump CMakeLists.txt:3"],
  });
});

test("the end of a tag of XML is no comparison", async () => {
  const strings =
    '<resources>\n  <string name="sdk_version">2.4.0</string>\n  <string name="fennel_sdk_version">2.4.0</string>\n</resources>\n';
  const files = { ...script, "package.json": manifest({ version: "2.4.0" }), "values/strings.xml": strings };
  expect((await told(releasedRepository({ tag: "v2.4.0", files }))).findings).toEqual([
    "warning stale-after-bump values/strings.xml:2",
    "warning stale-after-bump values/strings.xml:3",
  ]);
});

test("explain says why a missed place is no finding", async () => {
  const files = {
    ...script,
    "package.json": manifest({ version: "1.2.0" }),
    "dist/fennel.js": "/* fennel v1.2.0 */\n",
    "docs/install.md": "npm install fennel@1.2.0\n",
  };
  const root = releasedRepository({ tag: "v1.2.0", files });
  const found = await audit({ root, environment: { PATH: process.env["PATH"] } });
  const why = (path: string) => explain(found, path, 1).map(({ unreported }) => unreported);
  expect(why("dist/fennel.js")).toEqual(["the output of a build"]);
  expect(why("docs/install.md")).toEqual([null]);
});
