import { expect, test } from "vitest";
import { toolchainFile } from "../../src/inventory/ecosystems/toolchain-file.ts";
import { readOccurrences } from "./read-occurrences.ts";

test.each([
  [
    "rust-toolchain.toml",
    '[toolchain]\nchannel = "1.91.1"\ncomponents = ["rustfmt"]\n',
    ["2:12 1.91.1 rust"],
  ],
  ["rust-toolchain", "1.88\n", ["1:1 1.88 rust"]],
  ["rust-toolchain", '[toolchain]\nchannel = "1.88.0"\n', ["2:12 1.88.0 rust"]],
  ["rust-toolchain", "stable\n", []],
  ["app/.nvmrc", "# node\nv22.1.0\n", ["2:2 22.1.0 node"]],
  [".node-version", "22", ["1:1 22 node"]],
  [".nvmrc", "lts/jod\n", []],
  [".python-version", "3.12.4\n3.11\n", ["1:1 3.12.4 python"]],
  [
    ".tool-versions",
    "nodejs 22.1.0 20.9.0 # both\n# rust 1.0.0\nrust 1.91.1\nerlang ref:main\n",
    ["1:8 22.1.0 node", "1:15 20.9.0 node", "3:6 1.91.1 rust"],
  ],
  [
    "mise.toml",
    '[tools]\nnode = "22"\ngo = ["1.22.1", "1.23"]\nzig = { version = "0.13.0" }\n[env]\nA = "1"\n',
    ["2:9 22 node", "3:8 1.22.1 go", "3:18 1.23 go", "4:20 0.13.0 zig"],
  ],
])("%s %#", (path, text, expected) => {
  const found = readOccurrences(toolchainFile, path, text);
  expect(found.map((line) => line.replace(/ toolchain toolchain:(\S+).*$/u, " $1"))).toEqual(expected);
});

test("reads the fields of package.json", () => {
  const text = `{
  "packageManager": "pnpm@10.13.1+sha512.1234",
  "engines": { "node": ">=22.0.0 <25", "npm": "please-use-pnpm" },
  "volta": { "node": "22.1.0" },
  "devEngines": { "runtime": { "name": "node", "version": "^22.3.0" }, "packageManager": [{ "name": "pnpm", "version": "10.13.1" }] },
  "dependencies": { "engines": "1.0.0" }
}`;
  expect(readOccurrences(toolchainFile, "package.json", text)).toEqual([
    "2:27 10.13.1 toolchain toolchain:pnpm",
    "3:27 22.0.0 toolchain toolchain:node in >=22.0.0 <25",
    "3:35 25 toolchain toolchain:node in >=22.0.0 <25",
    "4:23 22.1.0 toolchain toolchain:node",
    "5:61 22.3.0 toolchain toolchain:node in ^22.3.0",
    "5:121 10.13.1 toolchain toolchain:pnpm",
  ]);
});
