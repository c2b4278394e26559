import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Audit } from "../../src/findings/audit.ts";
import { audit } from "../cli/compiled-library.ts";
import { readTruth } from "./lumen.ts";

const root = join(import.meta.dirname, "../../fixtures/mini-monorepo");

/** The verdict of the occurrence at a place; undefined where there is none. */
function verdictAt(result: Audit, path: string, line: number, column: number): string | undefined {
  return result.occurrences.find((occurrence) => {
    if (occurrence.path !== path) return false;
    const place = result.repository.locate(path, occurrence.span);
    return place.line === line && place.column === column;
  })?.verdict;
}

test("every labelled place of the example gets its verdict without any configuration", async () => {
  const result = await audit({ root });
  const { labels } = readTruth();
  const judged = labels.map(
    ({ path, line, column }) => `${path}:${line} ${verdictAt(result, path, line, column)}`,
  );
  expect(judged).toEqual(labels.map(({ path, line, verdict }) => `${path}:${line} ${verdict}`));
});

test("a table tells what a build script writes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "version-audit-generated-"));
  const config = join(folder, "audit.toml");
  writeFileSync(
    config,
    '[[generated]]\npaths = ["api/openapi.json"]\nby = "cargo check"\nfrom = ["Cargo.toml"]\n',
  );
  const result = await audit({ root, config });
  expect(verdictAt(result, "api/openapi.json", 5, 17)).toBe("generated");
  rmSync(folder, { recursive: true });
});
