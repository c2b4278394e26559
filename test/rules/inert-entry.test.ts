import { expect, test } from "vitest";
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
