/**
 * Audits repositories while a place was missed by their releases, as they were on that day and with nothing configured, and
 * asks whether the place is reported; and whether nothing is said of places that only look like a miss.
 *   npm run check:misses -- MIRROR [--data FILE] [--only TEXT] [--verbose]
 * MIRROR is a folder of git directories, OWNER+NAME/repo; the recorded misses are no part of this project.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import picomatch from "picomatch";
import { auditBuilt } from "./audit-built.ts";
import { checkOutAt } from "./check-out-at.ts";
import { globsOf, isAboutVersion, type RecordedMiss, revisionsOf } from "./recorded-miss.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string" }, only: { type: "string" }, verbose: { type: "boolean" } },
});
const [mirror] = positionals;
if (mirror === undefined)
  throw new Error("usage: npm run check:misses -- MIRROR [--data FILE] [--only TEXT] [--verbose]");
const data = values.data ?? join(import.meta.dirname, "../../../shared/data/missed-by-bumps.json");
if (!existsSync(data)) throw new Error(`there is no ${data}: name the recorded misses with --data FILE`);

const misses = (JSON.parse(readFileSync(data, "utf8")) as RecordedMiss[]).filter(
  ({ id, repo }) => values.only === undefined || `${id} ${repo}`.includes(values.only),
);
const total = { misses: 0, reported: 0, errors: 0, negatives: 0, loud: 0, absent: 0 };
for (const miss of misses) {
  const gitDirectory = join(mirror, miss.repo.replace("/", "+"), "repo");
  if (!existsSync(gitDirectory)) {
    total.absent += 1;
    console.log(`${miss.id} ${miss.repo}: there is no ${gitDirectory}`);
    continue;
  }
  const states = revisionsOf(miss, gitDirectory).map((revision) => ({
    revision: revision.slice(0, 9),
    ...auditAt(miss, gitDirectory, revision),
  }));
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
    if (!values.verbose) continue;
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
  const scratch = mkdtempSync(join(tmpdir(), "version-audit-misses-"));
  try {
    const folder = join(scratch, "repository");
    checkOutAt(gitDirectory, revision, folder, `https://github.com/${miss.repo}`);
    const audit = auditBuilt(folder);
    const isThere = picomatch(globsOf(miss), { dot: true });
    const found = audit.findings.filter(({ path }) => isThere(path));
    return { audit, found, places: audit.occurrences.filter(({ path }) => isThere(path)) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function saidOfMiss(isReported: boolean, isError: boolean): string {
  if (!isReported) return "NOT REPORTED";
  return isError ? "an error" : "reported";
}
