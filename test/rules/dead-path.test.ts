import { expect, test } from "vitest";
import { deadPath, deadPresetPaths } from "../../src/rules/dead-path.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { fixtureCopy, told, unrehearsed } from "./fixture-copy.ts";

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

test("a dead path of a preset is a note and no finding, since a revision need not have every path", () => {
  const audit = unrehearsed(fixtureCopy("dead-path"));
  const source = { from: "preset" as const, preset: "pebble" };
  const generated = audit.config.generated.map(({ value }) => ({ value, source }));
  const preset = { ...audit, config: { ...audit.config, generated } };
  expect(told(deadPath, preset)).toEqual([
    'error version-audit.toml:9 no file of the repository matches "schemas/v*.avsc" of a [[frozen]]',
  ]);
  expect(deadPresetPaths(preset)).toEqual([
    { path: null, message: "no file matches sdk/** of a [[generated]] of the preset pebble" },
  ]);
});
