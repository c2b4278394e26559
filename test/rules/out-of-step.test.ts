import { expect, test } from "vitest";
import { outOfStep } from "../../src/rules/out-of-step.ts";
import { auditFixture } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const manifest = "packages/pebble/package.json";

test("names what the next release writes and an earlier one forgot", async () => {
  expect(told(outOfStep, await auditFixture("out-of-step"))).toEqual([
    `warning ${manifest}:5 @pebble/linux-x64 is at 1.1.0 until the next release, while the train is at 1.2.0`,
    "  scripts/release.mjs:11 the next release writes it here",
  ]);
});

test("is silent about a range that admits current", async () => {
  const audit = await auditFixture("out-of-step", { replace: [[manifest, '"1.1.0"', '"^1.1.0"']] });
  expect(told(outOfStep, audit)).toEqual([]);
});

test("notes a manifest, but not a new one", async () => {
  const path = "npm/linux-x64/package.json";
  const behind = await auditFixture("out-of-step", { replace: [[path, "1.2.0", "1.1.0"]] });
  expect(told(outOfStep, behind)[0]).toMatch(/^note npm\/linux-x64\/package\.json:3 /);
  const added = await auditFixture("out-of-step", {
    replace: [
      [path, "1.2.0", "0.1.0"],
      [manifest, '"1.1.0"', '"1.2.0"'],
    ],
  });
  expect(told(outOfStep, added)).toEqual([]);
});
