import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { discover } from "../../src/repository/files/discover.ts";
import type { Repository } from "../../src/repository/repository.ts";

/** Writes files into a new folder that goes away with the test, and gives its absolute path. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "version-audit-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** The same folder as discovery sees it. */
export function temporaryRepository(files: Readonly<Record<string, string | Uint8Array>>): Repository {
  return discover(temporaryFolder(files));
}
