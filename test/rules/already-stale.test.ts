import { expect, test } from "vitest";
import { alreadyStale } from "../../src/rules/already-stale.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

test("reports what is left behind, and what is behind until the next release writes it", async () => {
  const audit = await auditFixture("already-stale", { tags: ["v1.1.0", "v1.2.0"] });
  expect(told(alreadyStale, audit)).toEqual([
    "warning README.md:4 pebble is behind at 1.1.0",
    "warning examples/hello/package.json:5 pebble is behind at 1.1.0 until the next release",
  ]);
});

test("says nothing of a changelog, of when something came, or of a number that was never released", async () => {
  const audit = await auditFixture("already-stale", {
    files: { "docs/later.md": "pebble has 1.1.5 times the speed of granite.\n" },
    replace: [
      ["README.md", "pebble@1.1.0", "pebble"],
      ["examples/hello/package.json", "1.1.0", "1.2.0"],
    ],
    tags: ["v1.1.0", "v1.2.0"],
  });
  expect(shown(audit)).toEqual([]);
});
