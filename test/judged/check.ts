/**
 * Audits repositories whose findings were read and judged, each at the revision at which that was done, with nothing
 * configured, and says how many of the findings are right, and how many of the places that are known to be wrong are
 * found.
 *   npm run check:judged -- MIRROR [--only TEXT] [--third learn|check|once] [--verbose]
 * MIRROR is a folder of git directories, OWNER+NAME/repo, with the history up to those revisions.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inCheckout } from "../releases/check-out-at.ts";
import { mirrorArguments } from "../releases/mirror-arguments.ts";
import type { JudgedRepository } from "./record.ts";
import { type Severity, type Tally, tallyOf } from "./tally.ts";

const { mirror, only, isVerbose, own } = mirrorArguments("check:judged", "third learn|check|once");

const built = join(import.meta.dirname, "../../dist/index.js");
const { audit } = (await import(pathToFileURL(built).href)) as typeof import("../../src/index.ts");
const lastRun = join(import.meta.dirname, "last-run.json");
const before: Record<string, readonly string[]> = existsSync(lastRun)
  ? JSON.parse(readFileSync(lastRun, "utf8"))
  : {};

const corpus = join(import.meta.dirname, "corpus");
const repositories = readdirSync(corpus)
  .sort()
  .map((name): JudgedRepository => JSON.parse(readFileSync(join(corpus, name), "utf8")))
  .filter(({ repository }) => only === undefined || repository.includes(only))
  .filter(({ third }) => own === undefined || third === own);

const tallies: { third: string; tally: Tally }[] = [];
const now = { ...before };
for (const judged of repositories) {
  const { repository, revision, third } = judged;
  const gitDirectory = join(mirror, repository.replace("/", "+"), "repo");
  if (!existsSync(gitDirectory)) {
    console.log(`${repository}: not in ${mirror}`);
    continue;
  }
  const at = { gitDirectory, revision, origin: `https://github.com/${repository}.git` };
  const { findings, refusal } = await inCheckout(at, findingsOf);
  const tally = tallyOf(findings, judged);
  tallies.push({ third, tally });
  show(repository, tally, refusal);
  showChanges(before[repository], tally.all);
  now[repository] = tally.all;
}
writeFileSync(lastRun, `${JSON.stringify(now, null, 1)}\n`);
for (const third of ["learn", "check", "once"])
  total(
    third,
    tallies.filter((each) => each.third === third).map(({ tally }) => tally),
  );
total(
  "in all",
  tallies.map(({ tally }) => tally),
);

async function findingsOf(
  root: string,
): Promise<{ findings: Parameters<typeof tallyOf>[0]; refusal: string }> {
  try {
    return { findings: (await audit({ root })).findings, refusal: "" };
  } catch (error) {
    return { findings: [], refusal: `; refused: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function show(repository: string, tally: Tally, refusal: string): void {
  const { right, wrong, unjudged, found, missed } = tally;
  const of = (severity: Severity): string =>
    `${right[severity].length} of ${right[severity].length + wrong[severity].length} ${severity}s right`;
  console.log(
    `${repository}: ${of("error")}, ${of("warning")}, ${unjudged.length} unjudged, ${found.length} of ${found.length + missed.length} known places found${refusal}`,
  );
  const lists = { unjudged, wrong: [...wrong.error, ...wrong.warning], missed };
  for (const [title, list] of Object.entries(lists))
    if (isVerbose || title !== "wrong") for (const line of list) console.log(`    ${title}: ${line}`);
}

function showChanges(then: readonly string[] | undefined, findings: readonly string[]): void {
  if (then === undefined) return;
  for (const line of findings.filter((each) => !then.includes(each))) console.log(`    new: ${line}`);
  for (const line of then.filter((each) => !findings.includes(each))) console.log(`    gone: ${line}`);
}

function total(title: string, of: readonly Tally[]): void {
  const count = (pick: (tally: Tally) => readonly unknown[]): number =>
    of.reduce((sum, tally) => sum + pick(tally).length, 0);
  const share = (part: number, whole: number): string =>
    `${part} of ${whole}${whole === 0 ? "" : ` (${((100 * part) / whole).toFixed(1)} %)`}`;
  const precision = (severity: Severity): string => {
    const right = count((tally) => tally.right[severity]);
    return share(right, right + count((tally) => tally.wrong[severity]));
  };
  const found = count(({ found }) => found);
  console.log(
    `${title}: ${of.length} repositories, errors right ${precision("error")}, warnings right ${precision("warning")}, known places found ${share(found, found + count(({ missed }) => missed))}, ${count(({ unjudged }) => unjudged)} unjudged`,
  );
}
