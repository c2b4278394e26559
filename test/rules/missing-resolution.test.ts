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

/** What is missing when the root maps packages in this way, in these files of the workspace. */
function missing(root: object, files: Readonly<Record<string, string>> = {}): string[] {
  const copy = fixtureCopy("missing-resolution");
  write(copy, "package.json", JSON.stringify({ name: "pebble-workspace", private: true, ...root }, null, 2));
  for (const [path, content] of Object.entries(files)) write(copy, path, content);
  return told(missingResolution, unrehearsed(copy)).filter((line) => !line.startsWith(" "));
}

const mapped = { pebble: "workspace:*", "@pebble/react": "workspace:*" };
const loader = "@pebble/loader is missing from the resolutions of the root";
const yaml = "packages:\n  - packages/*\n  - examples/*\n";

test("says what the root does, what will happen and what to write", () => {
  expect(missingResolution.check(unrehearsed(fixtureCopy("missing-resolution")))).toMatchObject([
    {
      label: "2 internal packages are mapped to the workspace here, @pebble/loader is not",
      why: "a plain range is fulfilled from the registry, where the package is the one of an earlier release",
      help: 'add "@pebble/loader": "workspace:*" to the resolutions, or ask for workspace:*',
      family: "missing-resolution",
    },
  ]);
});

test.each([
  ["resolutions", { resolutions: mapped }, {}, "package.json:5"],
  ["overrides of npm", { overrides: mapped }, {}, "package.json:5"],
  ["overrides of pnpm", { pnpm: { overrides: mapped } }, {}, "package.json:6"],
  [
    "overrides of the workspace",
    {},
    {
      "pnpm-workspace.yaml": `${yaml}overrides:\n  pebble: workspace:*\n  '@pebble/react': workspace:*\n`,
    },
    "pnpm-workspace.yaml:5",
  ],
])("knows the convention from %s", (_, root, files, place) => {
  expect(missing(root, files)).toEqual([`warning ${place} ${loader}`]);
});

test.each([
  ["a single package", { resolutions: { pebble: "workspace:*" } }],
  ["nothing", {}],
  ["its own dependencies", { dependencies: mapped }],
  ["other packages", { resolutions: { granite: "workspace:*", slate: "workspace:*" } }],
])("a root that maps %s has no such convention", (_, root) => {
  expect(missing(root)).toEqual([]);
});

test("members alone count, both as what is mapped and as who asks", () => {
  const stray = { "attic/slate/package.json": '{ "name": "slate", "version": "1.2.0" }\n' };
  expect(missing({ resolutions: { pebble: "workspace:*", slate: "workspace:*" } }, stray)).toEqual([]);
  const asking = (name: string) =>
    `{ "name": "hello", "private": true, "dependencies": { "${name}": "*" } }\n`;
  const quiet = { "examples/hello/package.json": '{ "name": "hello", "private": true }\n' };
  const resolutions = { resolutions: mapped };
  expect(missing(resolutions, { ...quiet, "attic/show/package.json": asking("@pebble/loader") })).toEqual([]);
  expect(missing(resolutions, { ...stray, "examples/hello/package.json": asking("slate") })).toEqual([]);
});

test.each([
  ["a prerelease that any version admits", '"version": "1.3.0-rc.1"', true],
  ["no version", '"license": "MIT"', false],
  ["a version that is none", '"version": "next"', false],
])("holds %s of the workspace against the requirement", (_, field, isMissing) => {
  const files = { "packages/loader/package.json": `{ "name": "@pebble/loader", ${field} }\n` };
  expect(missing({ resolutions: mapped }, files)).toHaveLength(isMissing ? 1 : 0);
});

test("a mention elsewhere in the root is no entry of its lockfile, nor is a lockfile below it", () => {
  const below =
    "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      '@pebble/loader':\n        specifier: '*'\n        version: 1.0.0\n";
  const files = {
    "README.md": "Run `npm install @pebble/loader@1.2.0`, which uses node 22.1.0.\n",
    "examples/hello/pnpm-lock.yaml": below,
  };
  expect(missing({ resolutions: mapped }, files)).toHaveLength(1);
});

test.each([
  [".npmrc", "link-workspace-packages=true\n", true],
  [".npmrc", "save-exact=true\n  link-workspace-packages = deep\n", true],
  [".npmrc", "link-workspace-packages=false\n", false],
  [".npmrc", "# link-workspace-packages=true\n", false],
  ["pnpm-workspace.yaml", `${yaml}linkWorkspacePackages: true\n`, true],
  ["pnpm-workspace.yaml", `${yaml}linkWorkspacePackages:   deep\n`, true],
  ["pnpm-workspace.yaml", `${yaml}linkWorkspacePackages: false\n`, false],
  ["pnpm-workspace.yaml", `${yaml}# linkWorkspacePackages: true\n`, false],
])("whether %s with %j makes pnpm link members by itself: %s", (path, content, isLinked) => {
  expect(missing({ resolutions: mapped }, { [path]: content })).toHaveLength(isLinked ? 0 : 1);
});
