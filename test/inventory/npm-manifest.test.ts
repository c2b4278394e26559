import { expect, test } from "vitest";
import { npmManifest } from "../../src/inventory/ecosystems/npm-manifest.ts";
import { occurrencesOf, readOccurrences } from "./read-occurrences.ts";

test("reads the version and every field of dependencies", () => {
  const text = `{
  "name": "@acme/kit",
  "version": "2.3.7",
  "dependencies": { "left-pad": "^1.3.0" },
  "devDependencies": { "@acme/lint": "2.3.0-rc.4" },
  "peerDependencies": { "react": "^18 || ^19" },
  "optionalDependencies": { "@acme/kit-linux-x64": "2.3.5" },
  "stableVersion": "0.8.0"
}`;
  expect(readOccurrences(npmManifest, "packages/kit/package.json", text)).toEqual([
    "3:15 2.3.7 manifest-version npm:@acme/kit",
    "4:35 1.3.0 dependency npm:left-pad in ^1.3.0",
    "5:39 2.3.0-rc.4 dependency npm:@acme/lint",
    "6:36 18 dependency npm:react in ^18 || ^19",
    "6:43 19 dependency npm:react in ^18 || ^19",
    "7:53 2.3.5 dependency npm:@acme/kit-linux-x64",
  ]);
});

test("keeps the key path, and needs no name", () => {
  const text = '{ "version": "1.0.0", "dependencies": { "a.b": "2.0.0" } }';
  const found = occurrencesOf(npmManifest, "package.json", text);
  expect(found.map(({ keyPath }) => keyPath)).toEqual([["version"], ["dependencies", "a.b"]]);
  expect(found[0]?.subject).toBeNull();
});

test.each([
  ["npm:@acme/other@1.2.3-rc.1", ["1.2.3-rc.1 npm:@acme/other"]],
  ["npm:^4.1.0", ["4.1.0 npm:name"]],
  ["workspace:^1.2.3", ["1.2.3 npm:name"]],
  ["workspace:other@~1.2.3", ["1.2.3 npm:other"]],
  ["jsr:@std/path@^1.0.8", ["1.0.8 npm:@std/path"]],
  ["patch:name@npm%3A1.2.3#./fix.patch", ["1.2.3 npm:name"]],
  ["github:acme/theme#v0.3.1", ["0.3.1 npm:name"]],
  ["git+https://example.com/acme/theme.git#semver:^1.4.0", ["1.4.0 npm:name"]],
  ["acme/theme#theme@1.4.0", ["1.4.0 npm:name"]],
  ["https://example.com/name/-/name-1.2.3.tgz", ["1.2.3 npm:name"]],
  ["https://example.com/acme/theme/archive/v2.0.1.tar.gz", ["2.0.1 npm:name"]],
  ["*", []],
  ["latest", []],
  ["workspace:*", []],
  ["workspace:^", []],
  ["catalog:", []],
  ["catalog:react19", []],
  ["file:../name-1.2.3", []],
  ["link:../1.2.3", []],
  ["github:acme/theme#9d48aa53aff50f4a1994920d07a706d1b7d9f0b1", []],
  ["https://example.com/acme/@acme/cloud@87a84c0", []],
])("the requirement %s", (spec, expected) => {
  const text = JSON.stringify({ dependencies: { name: spec } });
  const found = occurrencesOf(npmManifest, "package.json", text);
  expect(found.map(({ version, subject }) => `${version} npm:${subject?.name}`)).toEqual(expected);
  for (const occurrence of found) expect(occurrence.text).toBe(spec);
});

test("reads resolutions and overrides in all their spellings", () => {
  const text = `{
  "resolutions": { "a": "1.0.0", "parent/b": "2.0.0", "**/@s/c": "3.0.0", "@s/d@npm:^1.0.0": "4.0.0" },
  "overrides": { "e": "1.1.0", "f@2": { ".": "2.1.0", "@s/g": "3.1.0" }, "h": "$e" },
  "pnpm": {
    "overrides": { "i": "1.2.0", "parent@1>@s/j@>=2": "2.2.0", "k@<2.0.0": "npm:other@3.2.0" },
    "packageExtensions": { "l": { "dependencies": { "m": "4.2.0" }, "peerDependenciesMeta": { "n": { "optional": true } } } }
  }
}`;
  expect(
    readOccurrences(npmManifest, "package.json", text).map((line) => line.replace(/^\S+ /u, "")),
  ).toEqual([
    "1.0.0 dependency npm:a",
    "2.0.0 dependency npm:b",
    "3.0.0 dependency npm:@s/c",
    "4.0.0 dependency npm:@s/d",
    "1.1.0 dependency npm:e",
    "2.1.0 dependency npm:f",
    "3.1.0 dependency npm:@s/g",
    "1.2.0 dependency npm:i",
    "2.2.0 dependency npm:@s/j",
    "3.2.0 dependency npm:other in npm:other@3.2.0",
    "4.2.0 dependency npm:m",
  ]);
});

test("reads the catalogs and overrides of pnpm-workspace.yaml", () => {
  const text = `packages:
  - packages/*
catalog:
  react: ^19.0.0
catalogs:
  old:
    react: '18.3.1'
overrides:
  "a>b@1": 2.0.1
`;
  expect(readOccurrences(npmManifest, "pnpm-workspace.yaml", text)).toEqual([
    "4:11 19.0.0 dependency npm:react in ^19.0.0",
    "7:13 18.3.1 dependency npm:react",
    "9:12 2.0.1 dependency npm:b",
  ]);
});

test("a manifest that does not parse gives nothing and does not throw", () => {
  expect(readOccurrences(npmManifest, "package.json", "<<<<<<< ours\n{")).toEqual([]);
});
