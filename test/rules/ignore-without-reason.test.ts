import { expect, test } from "vitest";
import { auditFixture, shown } from "./audit-fixture.ts";

test("a comment without a reason is found and ignores nothing", async () => {
  const audit = await auditFixture("ignore-without-reason");
  expect(shown(audit)).toEqual([
    "error ignore-without-reason src/about.ts:1",
    "warning stale-after-bump src/about.ts:2",
  ]);
});

test("with a reason the place is ignored", async () => {
  const audit = await auditFixture("ignore-without-reason", {
    replace: [["src/about.ts", "// version-audit-ignore\n", "// version-audit-ignore: a test\n"]],
  });
  expect(shown(audit)).toEqual([]);
});
