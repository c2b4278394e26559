import { expect, test } from "vitest";
import { collateralChange } from "../../src/rules/collateral-change.ts";
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
