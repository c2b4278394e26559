import { expect, test } from "vitest";
import { nothingAudited } from "../../src/rules/nothing-audited.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

test("a release that writes no version is an error at its entry", async () => {
  const audit = await auditFixture("nothing-audited");
  expect(told(nothingAudited, audit)).toEqual([
    "error scripts/release.mjs:1 the rehearsal of scripts/release.mjs wrote the new version nowhere",
  ]);
});

test("is silent once the script is told to write", async () => {
  const audit = await auditFixture("nothing-audited", {
    replace: [["version-audit.toml", `"{version}"]`, `"{version}", "--write"]`]],
  });
  expect(shown(audit)).toEqual([]);
});
