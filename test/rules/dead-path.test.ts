import { expect, test } from "vitest";
import { auditFixture, of, shown } from "./audit-fixture.ts";

test("paths that match nothing are found where their table stands", async () => {
  const found = of("dead-path", await auditFixture("dead-path"));
  expect(shown(found)).toEqual([
    "error dead-path version-audit.toml:6",
    "error dead-path version-audit.toml:9",
  ]);
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringContaining('"sdk/**"'),
    expect.stringContaining('"schemas/v*.avsc"'),
  ]);
});
