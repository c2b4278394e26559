/**
 * Holds the product against the real rivet repository and prints the figures: the bump byte for byte, the labelled
 * verdicts and the broken couples of the seed, the known places of head, the bugs of the past, time and memory.
 *   npm run check:rivet -- GIT_DIR [--data DIR] [--only bump,labels,seed,head,backtest,since,suggest,speed]
 * What bump, labels and backtest compare with was recorded and labelled by hand, and is no part of this project: they
 * need its folder.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkBacktest } from "./check-backtest.ts";
import { checkBumpTruth } from "./check-bump-truth.ts";
import { checkHead } from "./check-head.ts";
import { checkLabels } from "./check-labels.ts";
import { checkSeed } from "./check-seed.ts";
import { checkSince } from "./check-since.ts";
import { checkSpeed } from "./check-speed.ts";
import { checkSuggestions } from "./check-suggestions.ts";
import { exportRevision } from "./export-revision.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string" }, only: { type: "string" } },
});
const [gitDirectory] = positionals;
if (gitDirectory === undefined)
  throw new Error("usage: npm run check:rivet -- GIT_DIR [--data DIR] [--only CHECKS]");

/** Where the recorded facts lie when they are kept beside the project. */
const usualData = join(import.meta.dirname, "../../../shared/data");

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

/** A file of recorded facts. */
function recorded(name: string): string {
  const file = join(values.data ?? usualData, name);
  if (existsSync(file)) return file;
  const without = "seed,head,since,suggest,speed";
  throw new Error(
    `there is no ${name}: name its folder with --data DIR, or leave out what needs it with --only ${without}`,
  );
}

/** The checks by the name that `--only` takes; each gives what does not hold. */
const checks: Readonly<Record<string, () => Promise<string[]> | string[]>> = {
  bump: () => checkBumpTruth(recorded("rivet-bump-truth.json"), folderOf),
  labels: () => checkLabels(recorded("rivet-seed-labels.json"), folderOf),
  seed: () => checkSeed(folderOf("d6a0ba8a3")),
  head: () => checkHead(folderOf("cb33baec8")),
  backtest: () => checkBacktest(recorded("rivet-backtest.json"), folderOf),
  since: () => checkSince(gitDirectory, join(scratch, "since")),
  suggest: () => checkSuggestions(gitDirectory, scratch),
  speed: () => checkSpeed(folderOf("cb33baec8")),
};

try {
  for (const name of values.only?.split(",") ?? Object.keys(checks)) {
    const check = checks[name];
    if (check === undefined) throw new Error(`there is no check ${name}; there are ${Object.keys(checks)}`);
    failures.push(...(await check()));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const failure of failures) console.log(`FAILED  ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;
