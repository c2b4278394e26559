/**
 * Audits repositories while a place was missed by their releases, as they were on that day and with nothing configured, and
 * asks whether the place is reported; and whether nothing is said of places that only look like a miss.
 *   npm run check:misses -- MIRROR [--only TEXT] [--data FILE] [--verbose]
 * MIRROR is a folder of git directories, OWNER+NAME/repo; the recorded misses are no part of this project.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import picomatch from "picomatch";
import { auditBuilt } from "./audit-built.ts";
import { inCheckout } from "./check-out-at.ts";
import { mirrorArguments, recorded } from "./mirror-arguments.ts";
import { globsOf, isAboutVersion, type RecordedMiss, revisionsOf } from "./recorded-miss.ts";

const { mirror, only, isVerbose, own } = mirrorArguments("check:misses", "data FILE");
const misses = recorded<RecordedMiss>(own, "missed-by-bumps.json").filter(
  ({ id, repo }) => only === undefined || `${id} ${repo}`.includes(only),
);
const total = { misses: 0, reported: 0, errors: 0, negatives: 0, loud: 0, absent: 0 };
for (const miss of misses) {
  const gitDirectory = join(mirror, miss.repo.replace("/", "+"), "repo");
  if (!existsSync(gitDirectory)) {
    total.absent += 1;
    console.log(`${miss.id} ${miss.repo}: there is no ${gitDirectory}`);
    continue;
  }
  const states: Awaited<ReturnType<typeof auditAt>>[] = [];
  for (const revision of revisionsOf(miss, gitDirectory))
    states.push(await auditAt(miss, gitDirectory, revision));
  const isNegative = miss.id.startsWith("N");
  const isReported = states.every(({ found }) => found.length > 0);
  const isError = states.every(({ found }) => found.some(({ severity }) => severity === "error"));
  const isLoud = states.some(({ found }) => found.some(({ severity }) => severity !== "note"));
  if (isNegative) {
    total.negatives += 1;
    if (isLoud) total.loud += 1;
  } else if (isAboutVersion(miss)) {
    total.misses += 1;
    if (isReported) total.reported += 1;
    if (isError) total.errors += 1;
  }
  const said = isNegative
    ? isLoud
      ? "REPORTED, though it is none"
      : "quiet"
    : saidOfMiss(isReported, isError);
  const aside = isAboutVersion(miss) ? "" : " (not about a version string)";
  console.log(`${miss.id} ${miss.repo} ${miss.path}: ${said}${aside}`);
  for (const { revision, audit, found, places } of states) {
    const refusal = audit.refusal === null ? "" : `; refused: ${audit.refusal}`;
    console.log(
      `    at ${revision}: ${found.length} findings there, current ${audit.current}, ${audit.mechanism}, ${audit.seconds.toFixed(1)} s${refusal}`,
    );
    if (!isVerbose) continue;
    for (const { severity, rule, path, line, message } of found)
      console.log(`        ${severity} ${rule} ${path}:${line} ${message}`);
    for (const { path, line, version, verdict, reason } of places.slice(0, 12))
      console.log(`        ${verdict} ${path}:${line} ${version}: ${reason}`);
  }
}
console.log(
  `in all: ${total.reported} of ${total.misses} misses of a version string reported, ${total.errors} of them as an error; ${total.loud} of ${total.negatives} hard negatives reported; ${total.absent} not in the mirror`,
);

/** What is said of the places of a record at one revision. */
function auditAt(miss: RecordedMiss, gitDirectory: string, revision: string) {
  return inCheckout({ gitDirectory, revision, origin: `https://github.com/${miss.repo}` }, (folder) => {
    const audit = auditBuilt(folder);
    const isThere = picomatch(globsOf(miss), { dot: true });
    const found = audit.findings.filter(({ path }) => isThere(path));
    const places = audit.occurrences.filter(({ path }) => isThere(path));
    return { revision: revision.slice(0, 9), audit, found, places };
  });
}

function saidOfMiss(isReported: boolean, isError: boolean): string {
  if (!isReported) return "NOT REPORTED";
  return isError ? "an error" : "reported";
}
