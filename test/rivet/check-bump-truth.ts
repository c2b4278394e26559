import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the native bump left behind at one revision: path to SHA-256. */
interface Truth {
  readonly target: string;
  readonly era: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The release of the older era is one exported function, which the preset does not name. */
const legacyConfig = `[[release]]
name = "cut"
module = "scripts/release/update_version.ts"
calls = [{ function = "updateVersion", args = [{ root = "{root}", version = "{version}" }] }]
`;

/** Compares `diff`, applied with `git apply`, with the native bump; gives what disagrees. */
export async function checkBumpTruth(
  file: string,
  folderOf: (revision: string) => string,
): Promise<string[]> {
  const truths = JSON.parse(readFileSync(file, "utf8")) as Record<string, Truth>;
  return Object.entries(truths).flatMap(([revision, truth]) =>
    checkRevision(revision, truth, folderOf(revision)),
  );
}

function checkRevision(revision: string, truth: Truth, folder: string): string[] {
  const scratch = mkdtempSync(join(tmpdir(), "version-audit-truth-"));
  try {
    const copy = join(scratch, "tree");
    cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
    const config = join(scratch, "legacy.toml");
    writeFileSync(config, legacyConfig);
    const cli = join(import.meta.dirname, "../../dist/cli.js");
    const legacy = truth.era === "legacy-table" ? ["--config", config] : [];
    const patch = spawnSync(process.execPath, [cli, "diff", copy, "--to", truth.target, ...legacy], {
      maxBuffer: 1024 ** 3,
    });
    if (patch.status !== 0) return [`${revision}: diff ended with ${patch.status}: ${patch.stderr}`];
    const apply = spawnSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: copy, input: patch.stdout });
    if (apply.status !== 0) return [`${revision}: git apply refused the patch: ${apply.stderr}`];
    const touched = [...patch.stdout.toString("utf8").matchAll(/^diff --git a\/(.+) b\/\1$/gm)].map(
      (m) => m[1] ?? "",
    );
    const wrong = Object.entries(truth.files).filter(([path, hash]) => hashOf(join(copy, path)) !== hash);
    const tooMany = touched.filter((path) => truth.files[path] === undefined);
    const total = Object.keys(truth.files).length;
    console.log(
      `bump ${revision} to ${truth.target}: ${total - wrong.length} of ${total} files equal, ${tooMany.length} too many`,
    );
    return [
      ...wrong.map(([path]) => `${revision}: ${path} differs from the native bump`),
      ...tooMany.map((path) => `${revision}: ${path} is not touched by the native bump`),
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
