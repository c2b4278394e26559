import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { auditFixture } from "./audit-fixture.ts";

const found = async (changes: Parameters<typeof auditFixture>[1] = {}): Promise<string[]> =>
  (await auditFixture("inert-entry", changes)).findings
    .filter(({ rule }) => rule === "inert-entry")
    .map(({ severity, message, location: { path, line } }) => `${severity} ${path}:${line} ${message}`);

test("an entry whose file is gone and one whose search finds nothing are shown where they stand", async () => {
  expect(await found()).toEqual([
    "warning .bumpversion.toml:8 docs/install.txt does not exist, and the bump fails",
    "warning .bumpversion.toml:11 docs/usage.txt does not hold what is searched for",
  ]);
});

test("entries that reach their places are not", async () => {
  const files = { "docs/install.txt": "pebble 1.2.0\n", "docs/usage.txt": "pip install pebble==1.2.0\n" };
  expect(await found({ files })).toEqual([]);
});

test("an annotation that no configuration names the file of, and a manifest that nothing reads, are inert as well", async () => {
  const root = temporaryFolder({
    "release-please-config.json": '{ "packages": { ".": { "release-type": "simple" } } }\n',
    ".release-please-manifest.json": '{ ".": "1.2.0" }\n',
    ".github/release-please-manifest.json": '{\n  ".": "1.1.0"\n}\n',
    "version.txt": "1.2.0\n",
    "snap/snapcraft.yaml": "name: pebble\nversion: 1.1.0 # x-release-please-version\n",
    "test/snapcraft.yaml": "name: pebble\nversion: 1.1.0 # x-release-please-version\n",
  });
  const { findings } = await audit({ root, environment: {} });
  expect(
    findings
      .filter(({ rule }) => rule === "inert-entry")
      .map(({ location: { path, line } }) => `${path}:${line}`),
  ).toEqual(["snap/snapcraft.yaml:2", ".github/release-please-manifest.json:2"]);
});

test("a changelog does not hold yet what the next release replaces in it", async () => {
  const entry =
    '\n[[tool.bumpversion.files]]\nfilename = "docs/news.rst"\nsearch = "unreleased"\nreplace = "{new_version}"\n';
  const files = { "docs/news.rst": "1.2.0\n=====\n" };
  const replace: [string, string, string][] = [
    [".bumpversion.toml", "ignore_missing_version = true\n", `ignore_missing_version = true\n${entry}`],
  ];
  expect((await found({ files, replace })).filter((line) => line.includes("news"))).toEqual([]);
});
