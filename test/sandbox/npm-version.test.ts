import { expect, test } from "vitest";
import { type Files, rehearseFiles, written } from "./rehearse-files.ts";

const quiet = "--no-git-tag-version";

async function npmVersion(line: string, files: Files) {
  const script = `import { execSync } from "node:child_process";\nexecSync("npm version ${line}");\n`;
  const rehearsal = await rehearseFiles({ "bump.mjs": script, ...files });
  return { rehearsal, answer: rehearsal.commands.map(({ answer }) => answer).join() };
}

test.each([
  ["a version that is none", `next ${quiet}`, '{ "version": "1.0.0" }'],
  ["scripts of its own", `2.0.0 ${quiet}`, '{ "version": "1.0.0", "scripts": { "version": "make" } }'],
  ["a manifest that is broken", `2.0.0 ${quiet}`, '{ "version": '],
  ["a version that is a number", `2.0.0 ${quiet}`, '{ "version": 1 }'],
  ["a manifest that is a list", `2.0.0 ${quiet}`, "[]"],
  ["a manifest that is a text", `2.0.0 ${quiet}`, '"x"'],
  ["two versions", `2.0.0 3.0.0 ${quiet}`, '{ "version": "1.0.0" }'],
  ["a workspace", `2.0.0 --workspace=a`, '{ "version": "1.0.0" }'],
  ["an option that is not known", `2.0.0 ${quiet} --force`, '{ "version": "1.0.0" }'],
])("npm version does not guess: %s", async (_, line, manifest) => {
  const { rehearsal, answer } = await npmVersion(line, { "package.json": manifest });
  expect(answer).toBe("not run");
  expect(rehearsal.writes).toEqual([]);
});

test("npm version writes the same version when asked to, and a manifest of one line in npm's style", async () => {
  const { rehearsal } = await npmVersion(`1.0.0 ${quiet} --allow-same-version`, {
    "package.json": '{ "version": "1.0.0" }',
  });
  expect(written(rehearsal, "package.json")).toBe('{"version":"1.0.0"}');
});

test.each([
  "npm version 2.0.0",
  "npm version 2.0.0 -m 'release %s' --tag-version-prefix=w",
  "npm version --message release major",
  "npm version --git-tag-version=false 2.0.0",
  "pnpm version 2.0.0 --no-git-checks",
])("%s writes what it would commit", async (command) => {
  const script = `import { execSync } from "node:child_process";\nexecSync("${command}");\n`;
  const files = { "bump.mjs": script, "package.json": '{\n  "version": "1.0.0"\n}\n' };
  const rehearsal = await rehearseFiles(files);
  expect(written(rehearsal, "package.json")).toBe('{\n  "version": "2.0.0"\n}\n');
});

test("npm version leaves a lockfile alone that is a list", async () => {
  const { rehearsal } = await npmVersion(`2.0.0 ${quiet}`, {
    "package.json": '{\n"version": "1.0.0"\n}\n',
    "package-lock.json": "[]\n",
  });
  expect(rehearsal.writes.map(({ path, after }) => [path, after])).toEqual([
    ["package.json", '{"version":"2.0.0"}\n'],
  ]);
});

test("npm version keeps line breaks, and bumps every kind of lockfile", async () => {
  const { rehearsal } = await npmVersion(`major ${quiet}`, {
    "package.json": '{\r\n  "version": "1.0.0"\r\n}\r\n',
    "npm-shrinkwrap.json": '{\n "version": "1.0.0",\n "dependencies": {}\n}\n',
    "package-lock.json": '{\n "version": "1.0.0",\n "packages": { "node_modules/x": {} }\n}\n',
  });
  expect(written(rehearsal, "package.json")).toBe('{\r\n  "version": "2.0.0"\r\n}\r\n');
  expect(written(rehearsal, "npm-shrinkwrap.json")).toBe('{\n "version": "2.0.0",\n "dependencies": {}\n}\n');
  expect(String(written(rehearsal, "package-lock.json"))).toContain('"version": "2.0.0"');
});

test("npm version counts from 0.0.0 where there is none, and prints the prefix of tags from .npmrc", async () => {
  const { rehearsal } = await npmVersion(`patch ${quiet}`, {
    "package.json": '\uFEFF{"name":"x","_id":"y"}',
    ".npmrc": '; ours\ntag-version-prefix = ""\n',
  });
  expect(written(rehearsal, "package.json")).toBe('{"name":"x","version":"0.0.1"}');
  expect(rehearsal.commands.map(({ stdout }) => stdout)).toEqual(["0.0.1\n"]);
});

test.each([
  "preid = $PREID",
  "workspaces-update = perhaps",
  "workspace[] = a",
  "[section]",
])("npm version does not guess what .npmrc means: %s", async (line) => {
  const { answer } = await npmVersion(`2.0.0 ${quiet}`, {
    "package.json": '{ "version": "1.0.0" }',
    ".npmrc": line,
  });
  expect(answer).toBe("not run");
});

test("npm version fails where the version is there already", async () => {
  const { rehearsal } = await npmVersion(`1.0.0 ${quiet}`, { "package.json": '{ "version": "1.0.0" }' });
  expect(rehearsal.outcome).not.toEqual({ ended: "completed", exitCode: 0 });
  expect(rehearsal.writes).toEqual([]);
});
