/**
 * Audits the parent of real release commits with nothing configured, as the repository was on that day, and holds what
 * is predicted against what the release did.
 *   npm run check:releases -- MIRROR [--data FILE] [--only TEXT] [--verbose]
 * MIRROR is a folder of git directories, OWNER+NAME/repo; the recorded commits are no part of this project.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { auditBuilt } from "./audit-built.ts";
import { checkOutAt } from "./check-out-at.ts";
import { predictionOf, type RecordedRelease } from "./prediction.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string" }, only: { type: "string" }, verbose: { type: "boolean" } },
});
const [mirror] = positionals;
if (mirror === undefined)
  throw new Error("usage: npm run check:releases -- MIRROR [--data FILE] [--only TEXT] [--verbose]");
const data = values.data ?? join(import.meta.dirname, "../../../shared/data/releases.json");
if (!existsSync(data)) throw new Error(`there is no ${data}: name the recorded releases with --data FILE`);

const releases = (JSON.parse(readFileSync(data, "utf8")) as RecordedRelease[]).filter(
  ({ repo, sha }) => values.only === undefined || `${repo} ${sha}`.includes(values.only),
);
const total = { lines: 0, predicted: 0, wrongly: 0, errors: 0, refused: 0 };
for (const release of releases) {
  const scratch = mkdtempSync(join(tmpdir(), "version-audit-releases-"));
  try {
    const folder = join(scratch, "repository");
    checkOutAt(join(mirror, release.repo, "repo"), release.parent, folder);
    const audit = auditBuilt(folder);
    const { lines, missed, wrongly, errors, refusal } = predictionOf(release, audit);
    total.lines += lines;
    total.predicted += lines - missed.length;
    total.wrongly += wrongly.length;
    total.errors += errors.length;
    if (refusal !== null) total.refused += 1;
    const name = `${release.repo} ${release.old} -> ${release.new}`;
    console.log(
      `${name}: ${lines - missed.length} of ${lines} lines, ${wrongly.length} wrongly, ${errors.length} errors on them, current ${audit.current}, ${audit.mechanism}, ${audit.seconds.toFixed(1)} s${refusal === null ? "" : `; refused: ${refusal}`}`,
    );
    if (values.verbose)
      for (const [title, places] of Object.entries({ missed, wrongly, errors }))
        for (const place of places) console.log(`    ${title}: ${place}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
console.log(
  `in all: ${total.predicted} of ${total.lines} lines predicted (${((100 * total.predicted) / total.lines).toFixed(1)} %), ${total.wrongly} predicted that the release left, ${total.errors} errors on lines that it writes, ${total.refused} of ${releases.length} refused`,
);
