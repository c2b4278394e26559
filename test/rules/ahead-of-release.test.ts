import { expect, test } from "vitest";
import { aheadOfRelease } from "../../src/rules/ahead-of-release.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

test("reports a version that nobody has released", async () => {
  const audit = await auditFixture("ahead-of-release", { tags: ["v1.2.0"] });
  expect(told(aheadOfRelease, audit)).toEqual(["warning README.md:4 pebble is at 1.3.0, ahead of 1.2.0"]);
});

test("is silent when a tag explains the version, which is then the tree's fault", async () => {
  const audit = await auditFixture("ahead-of-release", { tags: ["v1.2.0", "v1.3.0"] });
  expect(shown(audit)).toEqual(["warning tag-ahead package.json:3"]);
});
