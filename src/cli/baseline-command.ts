import { existsSync } from "node:fs";
import { join } from "node:path";
import { AuditError } from "../audit-error.ts";
import { refuseForeignFile } from "../config/foreign-file.ts";
import { checkedSomething } from "../findings/checked-something.ts";
import { visible } from "../report/visible-text.ts";
import { shownPath } from "../repository/files/path-inside.ts";
import { counted } from "../repository/text/counted.ts";
import { type BaselineEntry, entriesOf } from "../selection/baseline/baseline.ts";
import { baselineFileName, baselineText } from "../selection/baseline/baseline-file.ts";
import { readBaseline } from "../selection/baseline/read-baseline.ts";
import { exitCodes } from "./exit-codes.ts";
import { makeAudit } from "./make-audit.ts";
import type { Settings } from "./settings.ts";
import { writeOutput } from "./streams.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * `version-audit baseline`: writes the findings of now to the file of `--baseline`, by default in the audited root.
 * With `prune` nothing is added to the file: only entries that no longer occur are taken out.
 */
export async function baselineCommand(settings: Settings, prune: boolean): Promise<number> {
  const { root, baseline } = settings;
  const file = baseline ?? join(root, baselineFileName);
  refuseForeignFile(root, file);
  const before = prune || existsSync(file) ? readBaseline(root, file) : null;

  // The file stands in the root and is held against all of it.
  const audit = await makeAudit({ ...settings, baseline: null, within: null });
  if (!checkedSomething(audit)) throw worthless(audit.release.entry);
  const found = entriesOf(audit.findings);
  const names = namesOf(found);
  const entries = prune ? (before?.entries ?? []).filter(({ fingerprint }) => names.has(fingerprint)) : found;
  writeWhole(file, baselineText(entries), "the baseline", settings.root);
  await writeOutput(`${visible(changeText(shownPath(root, file), entries, before?.entries ?? []))}\n`);
  return exitCodes.passed;
}

function worthless(entry: string): AuditError {
  return new AuditError(
    "the release could not be rehearsed, so nothing is known that a baseline could hold",
    {
      path: entry,
      help: "Run version-audit without a command to see why.",
    },
  );
}

function changeText(path: string, now: readonly BaselineEntry[], before: readonly BaselineEntry[]): string {
  const [had, has] = [namesOf(before), namesOf(now)];
  const added = now.filter(({ fingerprint }) => !had.has(fingerprint)).length;
  const removed = before.filter(({ fingerprint }) => !has.has(fingerprint)).length;
  return `${path}: ${counted(now.length, "finding")} (${added} added, ${removed} removed)`;
}

function namesOf(entries: readonly BaselineEntry[]): Set<string> {
  return new Set(entries.map(({ fingerprint }) => fingerprint));
}
