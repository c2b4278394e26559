import { expect, test } from "vitest";
import { checkedSomething } from "../../src/findings/checked-something.ts";
import { auditFixture } from "../rules/audit-fixture.ts";

const refused = `\n[[release]]\nname = "images"\nentry = "scripts/images.py"\n`;

test.each([
  ["a release that misses a place", "stale-after-bump"],
  ["a script that fails after it has written a version", "not-rehearsed"],
])("something follows of %s", async (_, fixture) => {
  expect(checkedSomething(await auditFixture(fixture))).toBe(true);
});

test("nothing follows of a release that writes no version", async () => {
  expect(checkedSomething(await auditFixture("nothing-audited"))).toBe(false);
});

test("nothing follows once the sandbox refuses one of several releases", async () => {
  const audit = await auditFixture("stale-after-bump", {
    files: { "scripts/images.py": "print(1)\n" },
    replace: [["version-audit.toml", `args = ["{version}"]\n`, `args = ["{version}"]\n${refused}`]],
  });
  expect(audit.rehearsals.map(({ outcome }) => outcome.ended)).toEqual(["completed", "stopped"]);
  expect(audit.summary.verdicts.covered).toBe(2);
  expect(checkedSomething(audit)).toBe(false);
});
