import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { committing as environment } from "../repository/files/git-environment.ts";
import { git } from "../repository/files/git-repository.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { release, write } from "../rules/fixture-copy.ts";
import { manifest, told, writesManifest } from "./told.ts";

/** Three releases of a package, whose module the last one has forgotten. */
function fennel(...initOptions: readonly string[]): string {
  const root = temporaryFolder();
  git(root, "init", "--quiet", ...initOptions);
  write(root, "release.mjs", writesManifest);
  for (const version of ["1.0.0", "1.1.0", "1.2.0"]) {
    write(root, "package.json", manifest({ version, scripts: { release: "node release.mjs" } }));
    if (version !== "1.2.0") write(root, "src/version.js", `export const FENNEL_VERSION = "${version}";\n`);
    release(root, `v${version}`);
  }
  return root;
}

/** Keeps the references as a reftable. Where git is too old to do so, they are laid out as a newer one does. */
function keepAsReftable(root: string): "read" | "refused" {
  try {
    git(root, "refs", "migrate", "--ref-format=reftable");
    return "read";
  } catch {
    git(root, "config", "core.repositoryFormatVersion", "1");
    git(root, "config", "extensions.refStorage", "reftable");
    rmSync(join(root, ".git/refs"), { recursive: true });
    mkdirSync(join(root, ".git/refs"));
    mkdirSync(join(root, ".git/reftable"));
    writeFileSync(join(root, ".git/refs/heads"), "this repository uses the reftable format\n");
    writeFileSync(join(root, ".git/HEAD"), "ref: refs/heads/.invalid\n");
    writeFileSync(join(root, ".git/reftable/tables.list"), "");
    return "refused";
  }
}

test("references in a reftable are read by git, or it is told that they could not be read", async () => {
  const root = fennel();
  const before = await told(root);
  const kept = keepAsReftable(root);
  const { notes, occurrences } = await audit({ root, environment });
  const said = notes.filter(({ message }) => message.includes("a reftable, which git reads from 2.45 on"));
  expect(said).toHaveLength(kept === "read" ? 0 : 1);
  expect(occurrences.map(({ path }) => path)).toContain("src/version.js");
  if (kept === "read") expect(await told(root)).toEqual(before);
});

test("objects named by SHA-256 tell what those named by SHA-1 tell", async () => {
  const found = await told(fennel("--object-format=sha256"));
  expect(found.findings).not.toEqual([]);
  expect(found).toEqual(await told(fennel()));
});
