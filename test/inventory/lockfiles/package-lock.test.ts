import { expect, test } from "vitest";
import { packageLock } from "../../../src/inventory/lockfiles/package-lock.ts";
import { nothingKnown } from "../nothing-known.ts";
import { occurrencesOf, readOccurrences } from "../read-occurrences.ts";

const read = (path: string, text: string, workspace = nothingKnown) =>
  readOccurrences(packageLock, path, text, workspace).map((line) => line.replace(" lock-entry npm:", " "));

const versionThree = {
  name: "@acme/native",
  version: "2.2.1",
  lockfileVersion: 3,
  requires: true,
  packages: {
    "": {
      name: "@acme/native",
      version: "2.2.1",
      license: "Apache-2.0",
      dependencies: { ws: "^8.18.0" },
      engines: { node: ">= 20.0.0" },
    },
    "node_modules/ws": {
      version: "8.21.0",
      resolved: "https://registry.example.com/ws/-/ws-8.21.0.tgz",
      funding: [{ url: "https://example.com/1.0.0" }],
      cpu: ["x64"],
      peerDependencies: { bufferutil: "^4.0.1" },
      peerDependenciesMeta: { bufferutil: { optional: true } },
    },
    "node_modules/ws/node_modules/@acme/alias": { name: "@acme/real", version: "1.0.0" },
    "packages/tool": { version: "0.1.0" },
    "node_modules/tool": { resolved: "packages/tool", link: true },
  },
};

test.each([
  ["two spaces", 2],
  ["tabs", "\t"],
])("reads version 3, indented with %s", (_, indent) => {
  const text = JSON.stringify(versionThree, null, indent);
  expect(read("package-lock.json", text).map((line) => line.replace(/^\S+ /u, ""))).toEqual([
    "2.2.1 @acme/native",
    "2.2.1 @acme/native",
    "8.18.0 ws in ^8.18.0",
    "8.21.0 ws",
    "8.21.0 ws",
    "4.0.1 bufferutil in ^4.0.1",
    "1.0.0 @acme/real",
    "0.1.0 tool",
  ]);
});

test("the key path says which entries are local", () => {
  const text = JSON.stringify(versionThree, null, 2);
  const found = occurrencesOf(packageLock, "package-lock.json", text);
  expect(found.filter(({ keyPath }) => keyPath?.at(-1) === "version").map(({ keyPath }) => keyPath)).toEqual([
    ["version"],
    ["packages", "", "version"],
    ["packages", "node_modules/ws", "version"],
    ["packages", "node_modules/ws/node_modules/@acme/alias", "version"],
    ["packages", "packages/tool", "version"],
  ]);
});

test("names an unnamed entry after the manifest that lies there", () => {
  const text = JSON.stringify(
    {
      version: "1.0.0",
      lockfileVersion: 3,
      packages: { "": { version: "1.0.0" }, "lib/a": { version: "2.0.0" } },
    },
    null,
    2,
  );
  const pkg = (name: string, dir: string) => ({
    ...{ name, dir, manifest: `${dir}/package.json`, version: null, private: false, member: false },
    dependencies: new Set<string>(),
  });
  const workspace = { ...nothingKnown, npm: [pkg("@acme/app", "app"), pkg("@acme/a", "app/lib/a")] };
  const names = (found: readonly string[]) => found.map((line) => line.split(" ")[2]);
  expect(names(read("app/package-lock.json", text, workspace))).toEqual([
    "@acme/app",
    "@acme/app",
    "@acme/a",
  ]);
  expect(names(read("app/package-lock.json", text))).toEqual(["app", "app", "a"]);
});

test("reads version 1, with nested entries and aliases", () => {
  const text = JSON.stringify(
    {
      name: "app",
      version: "1.0.0",
      lockfileVersion: 1,
      dependencies: {
        a: {
          version: "2.0.0",
          resolved: "https://registry.example.com/a/-/a-2.0.0.tgz",
          requires: { b: "~3.0.0" },
          dependencies: { b: { version: "3.0.1" } },
        },
        alias: { version: "npm:@acme/real@4.0.0" },
        fromGit: { version: "git+https://example.com/acme/g.git#9d48aa53" },
      },
    },
    null,
    2,
  );
  expect(read("npm-shrinkwrap.json", text).map((line) => line.replace(/^\S+ /u, ""))).toEqual([
    "1.0.0 app",
    "2.0.0 a",
    "2.0.0 a",
    "3.0.0 b in ~3.0.0",
    "3.0.1 b",
    "4.0.0 @acme/real in npm:@acme/real@4.0.0",
  ]);
});

test("a file of another shape gives nothing", () => {
  expect(read("package-lock.json", JSON.stringify(versionThree))).toEqual([]);
  expect(read("package-lock.json", '{\n  "name": "a",\n  "version": "1.0.0"\n}')).toEqual([]);
});

test("a file that is nested deeper than any lockfile takes no more memory than another", () => {
  const open = '"dependencies": {\n"a": {\n'.repeat(10_000);
  const text = `{\n"lockfileVersion": 1,\n"version": "1.0.0",\n${open}${'"version": "1.2.3",\n'.repeat(20_000)}`;
  expect(read("package-lock.json", text)).toEqual(["3:13 1.0.0 ."]);
});
