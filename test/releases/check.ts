/**
 * Audits the parent of real release commits with nothing configured, as the repository was on that day, and holds what
 * is predicted against what the release did.
 *   npm run check:releases -- MIRROR [--only TEXT] [--data FILE] [--verbose]
 * MIRROR is a folder of git directories, OWNER+NAME/repo; the recorded commits are no part of this project.
 */
import { join } from "node:path";
import { auditBuilt } from "./audit-built.ts";
import { inCheckout } from "./check-out-at.ts";
import { mirrorArguments, recorded } from "./mirror-arguments.ts";
import { predictionOf, type RecordedRelease } from "./prediction.ts";

const { mirror, only, isVerbose, own } = mirrorArguments("check:releases", "data FILE");
const releases = recorded<RecordedRelease>(own, "releases.json").filter(
  ({ repo, sha }) => only === undefined || `${repo} ${sha}`.includes(only),
);
const total = { lines: 0, predicted: 0, wrongly: 0, errors: 0, refused: 0 };
for (const release of releases) {
  const at = {
    gitDirectory: join(mirror, release.repo, "repo"),
    revision: release.parent,
    origin: `https://github.com/${release.repo.replace("+", "/")}`,
  };
  const audit = await inCheckout(at, auditBuilt);
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
  if (isVerbose)
    for (const [title, places] of Object.entries({ missed, wrongly, errors }))
      for (const place of places) console.log(`    ${title}: ${place}`);
}
console.log(
  `in all: ${total.predicted} of ${total.lines} lines predicted (${((100 * total.predicted) / total.lines).toFixed(1)} %), ${total.wrongly} predicted that the release left, ${total.errors} errors on lines that it writes, ${total.refused} of ${releases.length} refused`,
);
