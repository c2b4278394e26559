import { expect, test } from "vitest";
import { printed, rehearseFiles } from "../rehearse-files.ts";

const asking = (
  name: string,
  version: string,
): string => `import { readFileSync, writeFileSync } from "node:fs";
const path = "packages/mossy/package.json";
const manifest = JSON.parse(readFileSync(path, "utf8"));
manifest.version = "1.3.0";
writeFileSync(path, JSON.stringify(manifest));
const { ok, status } = await fetch("https://registry.npmjs.org/${name}/${version}");
console.log(ok, status);
`;

const rehearse = (name: string, version: string) =>
  rehearseFiles({
    "packages/mossy/package.json": '{ "name": "@fern/mossy", "version": "1.2.0" }',
    "bump.mjs": asking(name, version),
  });

test.each([
  "@fern/mossy",
  "@fern%2fmossy",
])("the version that is just given to %s is not out", async (name) => {
  const rehearsal = await rehearse(name, "1.3.0");
  expect(printed(rehearsal)).toBe("false 404\n");
  expect(rehearsal.commands.map(({ answer }) => answer)).toEqual(["computed"]);
});

test.each([
  ["@fern/mossy", "1.2.0"],
  ["@fern/other", "1.3.0"],
])("nothing is said of %s %s", async (name, version) => {
  const { commands } = await rehearse(name, version);
  expect(commands.map(({ answer }) => answer)).toEqual(["not run"]);
});
