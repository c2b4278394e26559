import { describe, expect, test } from "vitest";
import { type Occurrence, subjectName } from "../../src/inventory/occurrence.ts";
import { scanText } from "../../src/inventory/text-scanner.ts";

/** `kind subject text` of what a text asks for. */
function scan(text: string, path = "README.md"): string[] {
  return scanText(path, text, []).map(({ kind, subject, text: written }: Occurrence) =>
    [kind, subject === null ? "-" : subjectName(subject), written].join(" "),
  );
}

describe("a line of a manifest in a document asks for a package", () => {
  test.each([
    ['libraryDependencies += "org.acme" %% "fern" % "1.2.3"', "jvm:org.acme:fern 1.2.3"],
    ["//> using dep org.acme::fern:1.2.3", "jvm:org.acme:fern 1.2.3"],
    ['[org.acme/fern "1.2.3"]', "jvm:org.acme:fern 1.2.3"],
    ['[fern "1.2.3"]', "jvm:fern 1.2.3"],
    ['org.acme/fern {:mvn/version "1.2.3"}', "jvm:org.acme:fern 1.2.3"],
    ['fern = { module = "org.acme:fern", version = "1.2.3" }', "jvm:org.acme:fern 1.2.3"],
    ["compile group: 'org.acme', name: 'fern', version: '1.2.3'", "jvm:org.acme:fern 1.2.3"],
    ['[versions]\nfern-bom = "1.2.3"', "jvm:fern-bom 1.2.3"],
    ['<dependency org="org.acme" name="fern" rev="1.2.3"/>', "jvm:org.acme:fern 1.2.3"],
    ["dependencies:\n  fern: ^1.2.3", "pub:fern ^1.2.3"],
    ["dev_dependencies:\n  moss: ^4.5.0\n  fern: 1.2.3", "pub:fern 1.2.3"],
    ['"require": { "acme/fern": "^1.2.3" }', "composer:acme/fern ^1.2.3"],
    ['#r "nuget: Acme.Fern, 1.2.3"', "nuget:Acme.Fern 1.2.3"],
    ["#:package Acme.Fern@1.2.3", "nuget:Acme.Fern 1.2.3"],
    ["nuget Acme.Fern ~> 1.2.3", "nuget:Acme.Fern ~> 1.2.3"],
    ["paket add Acme.Fern --version 1.2.3", "nuget:Acme.Fern 1.2.3"],
    ["cabal install fern-1.2.3", "haskell:fern 1.2.3"],
    ["extra-deps:\n- fern-1.2.3", "haskell:fern 1.2.3"],
    ["dependencies:\n  - name: fern\n    version: 1.2.3", "helm:fern 1.2.3"],
    ["helm install mine oci://ghcr.io/acme/charts/fern --version 1.2.3", "helm:fern 1.2.3"],
    ["helm install mine acme/fern \\\n  --namespace green \\\n  --version 1.2.3", "helm:fern 1.2.3"],
    ['bazel_dep(name = "fern", version = "1.2.3")', "name:fern 1.2.3"],
    ['bazel_dep(\n    name = "fern",\n    version = "1.2.3",\n)', "name:fern 1.2.3"],
    ["luarocks install fern 1.2.3", "name:fern 1.2.3"],
    ["mise use -g fern@1.2.3", "name:fern 1.2.3"],
    ["nimble install fern@1.2.3", "name:fern 1.2.3"],
  ])("%s", (text, expected) => expect(scan(text)).toContain(`snippet ${expected}`));

  test("an address of Hackage names the package", () => {
    expect(scan("https://hackage.haskell.org/package/fern-1.2.3/docs")).toEqual(["url haskell:fern 1.2.3"]);
  });
});

test("what reads like one of these lines without the excerpt above it asks for nothing", () => {
  const bare = ["  fern: 1.2.3", "- fern-1.2.3", "- name: fern\n  version: 1.2.3"];
  expect(bare.flatMap((text) => scan(text))).toEqual(["text - 1.2.3", "text - 1.2.3", "text - 1.2.3"]);
  expect(scan('fern = "1.2.3"')).toEqual(["snippet crate:fern 1.2.3"]);
  expect(scan('val fern = "org.acme" %% "fern" % "1.2.3"', "build.sbt")).toEqual(["text - 1.2.3"]);
});

test("the first of several ranges is not all that is accepted", () => {
  expect(scan('"acme/fern": "^1.2.3 || ^2.0.0"')[0]).toBe("text - ^1.2.3");
});

describe("a repository that is taken at a tag is asked for", () => {
  test.each([
    "FetchContent_Declare(\n  fern\n  GIT_REPOSITORY https://github.com/acme/fern.git\n  GIT_TAG        v1.2.3\n)",
    '{:fern, github: "acme/fern", tag: "v1.2.3"}',
    "gem 'fern', git: 'https://github.com/acme/fern.git', tag: 'v1.2.3'",
    "pod 'fern', :git => 'https://github.com/acme/fern.git', :tag => 'v1.2.3'",
    "fern:\n  git:\n    url: https://github.com/acme/fern.git\n    path: packages/fern\n    ref: v1.2.3",
    "fern:\n  github: acme/fern\n  version: v1.2.3",
    'github "acme/fern" == v1.2.3',
    "nix run github:acme/fern/v1.2.3",
    "git clone --depth 1 --branch v1.2.3 https://github.com/acme/fern.git",
    "git clone -b v1.2.3 --recursive git@github.com:acme/fern.git there",
  ])("%s", (text) => expect(scan(text)).toEqual(["snippet name:github.com/acme/fern v1.2.3"]));

  test("a tag of which no repository is told is none of it", () => {
    expect(scan("GIT_TAG v1.2.3")).toEqual(["text - v1.2.3"]);
    expect(scan("git clone -b v1.2.3 ../fern")).toEqual(["text - v1.2.3"]);
  });
});
