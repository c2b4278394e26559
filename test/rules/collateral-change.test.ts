import { expect, test } from "vitest";
import { collateralChange } from "../../src/rules/collateral-change.ts";
import { changesVersions, collateralOf } from "../../src/rules/shared/rewrites/collateral.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

test("counts the lines that are reformatted or lost", async () => {
  expect(told(collateralChange, await auditFixture("collateral-change"))).toEqual([
    "note package.json:2 the bump reformats 5 lines of package.json",
    "  scripts/release.mjs:7 the file is written here",
    "note Cargo.toml:1 the bump changes 1 line of Cargo.toml beyond their versions",
    "  scripts/release.mjs:11 the file is written here",
  ]);
});

test("is silent about new lines, such as the heading of a changelog", async () => {
  const audit = await auditFixture("not-idempotent");
  expect(shown(audit).filter((line) => line.includes("collateral-change"))).toEqual([]);
});

test("is silent about the comma of a line behind which others are added", () => {
  const state = '{\n  "since": "2.4.0"\n}\n';
  expect(collateralOf(state, '{\n  "since": "2.5.0",\n  "done": []\n}\n')).toBeNull();
});

test("is silent about a file in which no version changes, as the state that a tool keeps of its work", () => {
  const state = '{ "tag": "next", "since": "2.4.0"\n}\n';
  expect(changesVersions(state, state.replace("2.4.0", "2.4.0, done"))).toBe(false);
  expect(changesVersions(state, state.replace("2.4.0", "2.4.1"))).toBe(true);
});

test("is silent about the day of the release and about previews as Python spells them", () => {
  const before = 'version: v2.4.0b1\ndate-released: 2026-08-06\nVERSION = "2.4.0rc1.dev2"\n';
  const after = 'version: v2.4.0b2\ndate-released: 2026-09-01\nVERSION = "2.4.0"\n';
  expect(collateralOf(before, after)).toBeNull();
  expect(collateralOf(before, after.replace("VERSION", "OTHER"))).toMatchObject({ lines: 1, firstLine: 3 });
});

test("sees a changed order of keys", async () => {
  const audit = await auditFixture("collateral-change", {
    replace: [
      [
        "scripts/release.mjs",
        "manifest.version = version;",
        "delete manifest.version;\nmanifest.version = version;",
      ],
    ],
  });
  expect(audit.findings.find(({ location }) => location.path === "package.json")?.why).toBe(
    "values, comments or their order are lost or changed",
  );
});
