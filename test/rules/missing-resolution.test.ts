import { expect, test } from "vitest";
import { missingResolution } from "../../src/rules/missing-resolution.ts";
import { fixtureCopy, replace, told, unrehearsed, write } from "./fixture-copy.ts";

test("reports an internal package that the root does not map", () => {
  expect(told(missingResolution, unrehearsed(fixtureCopy("missing-resolution")))).toEqual([
    "warning package.json:5 @pebble/loader is missing from the resolutions of the root",
    "  examples/hello/package.json:5 asks for *, which the registry will fulfil",
  ]);
});

test.each([
  [
    "it is mapped",
    "package.json",
    `"pebble": "workspace:*"`,
    `"pebble": "workspace:*", "@pebble/loader": "workspace:*"`,
  ],
  [
    "it is asked for locally",
    "examples/hello/package.json",
    `"@pebble/loader": "*"`,
    `"@pebble/loader": "workspace:*"`,
  ],
  [
    "another release is asked for",
    "examples/hello/package.json",
    `"@pebble/loader": "*"`,
    `"@pebble/loader": "1.0.0"`,
  ],
  ["only a peer asks for it", "examples/hello/package.json", `"dependencies"`, `"peerDependencies"`],
  ["the root has no such convention", "package.json", `"workspace:*"`, `"1.2.0"`],
])("is silent when %s", (_, path, found, becomes) => {
  const root = fixtureCopy("missing-resolution");
  replace(root, path, found, becomes);
  expect(told(missingResolution, unrehearsed(root))).toEqual([]);
});

test("is silent when pnpm links packages of the workspace by itself", () => {
  const root = fixtureCopy("missing-resolution");
  write(root, ".npmrc", "link-workspace-packages=true\n");
  expect(told(missingResolution, unrehearsed(root))).toEqual([]);
});

test("leaves to the lockfile what it already shows", () => {
  const root = fixtureCopy("missing-resolution");
  write(
    root,
    "pnpm-lock.yaml",
    "lockfileVersion: '9.0'\n\nimporters:\n\n  examples/hello:\n    dependencies:\n      '@pebble/loader':\n        specifier: '*'\n        version: 1.0.0\n\npackages:\n\n  '@pebble/loader@1.0.0':\n    resolution: {integrity: sha512-AAAA}\n",
  );
  expect(told(missingResolution, unrehearsed(root))).toEqual([]);
});
