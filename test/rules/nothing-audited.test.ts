import { expect, test } from "vitest";
import { nothingAudited } from "../../src/rules/nothing-audited.ts";
import { audit } from "../cli/compiled-library.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { fixtureCopy, told, write } from "./fixture-copy.ts";

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

test("a release that misses most places is audited all the same", async () => {
  expect(told(nothingAudited, await auditFixture("stale-after-bump"))).toEqual([]);
});

test("a native command that writes no version is named, and shown where it is configured", async () => {
  const root = fixtureCopy("nothing-audited");
  write(root, "version-audit.toml", `[[release]]\nname = "cut"\ncommand = "true {version}"\n`);
  const audited = await audit({ root, engine: "command", environment: { PATH: process.env["PATH"] } });
  const [finding] = nothingAudited.check(audited);
  expect(finding?.message).toMatch(/^the rehearsal of true .* wrote the new version nowhere$/);
  expect(finding?.location).toMatchObject({ path: "version-audit.toml", line: 1, column: 1 });
});

test("a version of one number is said to be none that is recognised in files", async () => {
  const audited = await auditFixture("nothing-audited");
  const release = { ...audited.release, target: "21" };
  expect(nothingAudited.check({ ...audited, release })[0]?.message).toBe(
    "the next version is 21, and a version of one number is not recognised in files",
  );
});
