import { expect, test } from "vitest";
import { auditFixture, shown } from "./audit-fixture.ts";

test("paths that match nothing are found where their table stands", async () => {
  const audit = await auditFixture("dead-path");
  expect(shown(audit)).toEqual([
    "error dead-path version-audit.toml:6",
    "error dead-path version-audit.toml:9",
    "note schema-modified version-audit.toml:9",
  ]);
  expect(audit.findings.slice(0, 2).map(({ message }) => message)).toEqual([
    expect.stringContaining('"sdk/**"'),
    expect.stringContaining('"schemas/v*.avsc"'),
  ]);
});
