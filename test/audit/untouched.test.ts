import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "../cli/compiled-library.ts";

const example = join(import.meta.dirname, "../../fixtures/mini-monorepo");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "version-audit-untouched-"));
  cpSync(example, join(folder, "tree"), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A hash over the name, the kind and the content of everything below a folder. */
function hashOf(root: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }).sort((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  )) {
    const path = join(entry.parentPath, entry.name);
    hash.update(path);
    if (entry.isFile()) hash.update(readFileSync(path));
    if (entry.isSymbolicLink()) hash.update(readlinkSync(path));
  }
  return hash.digest("hex");
}

/** Programs of the release script's commands that leave a mark when somebody starts them. */
function trapped(mark: string): string {
  const bin = join(folder, "bin");
  cpSync(example, bin, { recursive: true, filter: (path) => path === example });
  for (const name of ["pnpm", "npm", "npx", "node", "cargo", "gh", "gt", "sh", "bash", "tsx"]) {
    writeFileSync(join(bin, name), `#!/bin/sh\necho ${name} >> ${mark}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return bin;
}

test("the audited tree is unchanged, and none of its commands is started", async () => {
  const tree = join(folder, "tree");
  const mark = join(folder, "started");
  writeFileSync(join(tree, "scripts/generate.sh"), `#!/bin/sh\necho generate >> ${mark}\n`);
  chmodSync(join(tree, "scripts/generate.sh"), 0o755);
  const before = hashOf(tree);
  const result = await audit({
    root: tree,
    environment: { PATH: `${trapped(mark)}:${process.env["PATH"]}` },
  });
  expect(result.rehearsals[0]?.commands.map(({ command }) => command)).toContain("./scripts/generate.sh");
  expect(result.summary.verdicts.covered).toBeGreaterThan(0);
  expect(hashOf(tree)).toBe(before);
  expect(() => readFileSync(mark)).toThrow(/ENOENT/);
});

const hasStrace = spawnSync("strace", ["-V"]).error === undefined;

test.skipIf(!hasStrace)("the same holds for the command as a process, which starts git alone", () => {
  const tree = join(folder, "tree");
  const log = join(folder, "processes");
  const cli = join(import.meta.dirname, "../../dist/cli.js");
  const before = hashOf(tree);
  spawnSync("strace", ["-f", "-e", "trace=execve", "-o", log, process.execPath, cli, tree, "--quiet"]);
  const started = [...readFileSync(log, "utf8").matchAll(/execve\("([^"]+)".*= 0$/gm)].map(
    (match) => match[1] ?? "",
  );
  expect(started.filter((path) => path !== process.execPath && !path.endsWith("/git"))).toEqual([]);
  expect(hashOf(tree)).toBe(before);
});
