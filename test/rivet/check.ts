/**
 * Holds the product against the real rivet repository and prints the figures: the bump byte for byte, the labelled
 * verdicts of the seed, the known places of head, the bugs of the past, time and memory.
 *   npm run check:rivet -- GIT_DIR [--data DIR]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkBacktest } from "./check-backtest.ts";
import { checkBumpTruth } from "./check-bump-truth.ts";
import { checkHead } from "./check-head.ts";
import { checkLabels } from "./check-labels.ts";
import { checkSince } from "./check-since.ts";
import { checkSpeed } from "./check-speed.ts";
import { checkSuggestions } from "./check-suggestions.ts";
import { exportRevision } from "./export-revision.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string", default: join(import.meta.dirname, "../../../shared/data") } },
});
const [gitDirectory] = positionals;
if (gitDirectory === undefined) throw new Error("usage: npm run check:rivet -- GIT_DIR [--data DIR]");

const scratch = mkdtempSync(join(tmpdir(), "version-audit-rivet-"));
const failures: string[] = [];
const exported = new Map<string, string>();

/** Exports a revision once and gives its folder. */
function folderOf(revision: string): string {
  const known = exported.get(revision);
  if (known !== undefined) return known;
  const folder = join(scratch, revision);
  exportRevision(gitDirectory ?? "", revision, folder);
  exported.set(revision, folder);
  return folder;
}

try {
  failures.push(...(await checkBumpTruth(join(values.data, "rivet-bump-truth.json"), folderOf)));
  failures.push(...(await checkLabels(join(values.data, "rivet-seed-labels.json"), folderOf)));
  failures.push(...(await checkHead(folderOf("cb33baec8"))));
  failures.push(...(await checkBacktest(join(values.data, "rivet-backtest.json"), folderOf)));
  failures.push(...(await checkSince(gitDirectory, join(scratch, "since"))));
  for (const revision of ["cb33baec8", "d6a0ba8a3", "91e2ec17f", "80aa947a7"])
    failures.push(
      ...(await checkSuggestions(revision, folderOf(revision), join(scratch, `${revision}-repaired`))),
    );
  failures.push(...checkSpeed(folderOf("cb33baec8")));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const failure of failures) console.log(`FAILED  ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;
