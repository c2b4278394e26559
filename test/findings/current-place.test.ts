import { expect, test } from "vitest";
import { currentPlace } from "../../src/findings/current-place.ts";
import { auditFixture } from "../rules/audit-fixture.ts";
import { fixtureCopy, unrehearsed, write } from "../rules/fixture-copy.ts";

const manifest = (name: string, version: string) => `{\n  "name": "${name}",\n  "version": "${version}"\n}\n`;

test("a manifest that the release writes stands for the version, not one that it forgets", async () => {
  const audit = await auditFixture("stale-after-bump", {
    files: { "package.json": manifest("pebble-workspace", "1.2.0"), VERSION: "1.2.0\n" },
    replace: [
      ["scripts/release.mjs", "function bump", 'writeFileSync("VERSION", version);\n\nfunction bump'],
    ],
  });
  expect(audit.occurrences).toContainEqual(expect.objectContaining({ path: "VERSION", verdict: "covered" }));
  expect(currentPlace(audit)).toMatchObject({ path: "VERSION", line: 1, column: 1 });
});

test("of several manifests at current the one nearest to the root stands for it", () => {
  const root = fixtureCopy("tag-ahead");
  write(root, "package.json", manifest("pebble-workspace", "0.1.0"));
  write(root, "a/b/package.json", manifest("pebble-a", "1.2.0"));
  write(root, "far-from-short/package.json", manifest("pebble-far", "1.2.0"));
  const audit = unrehearsed(root);
  const atCurrent = { ...audit, release: { ...audit.release, current: "1.2.0" } };
  expect(currentPlace(atCurrent)).toMatchObject({ path: "far-from-short/package.json", line: 3 });
});

test("where no manifest says current the release itself is shown, and of a command line the place that names it", () => {
  const audit = unrehearsed(fixtureCopy("tag-ahead"));
  const place = (entry: string) =>
    currentPlace({ ...audit, release: { ...audit.release, current: "7.0.0", entry } });
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  expect(place("scripts/release.mjs")).toEqual({
    ...{ path: "scripts/release.mjs", ...start },
    lineText: 'import { readFileSync, writeFileSync } from "node:fs";',
  });
  expect(place("make release")).toMatchObject({ path: "version-audit.toml", lineText: "[[release]]" });
});
